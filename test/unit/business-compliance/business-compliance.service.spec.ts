import { BusinessComplianceService } from '../../../lib/business-compliance/business-compliance.service';
import type { UpdateComplianceInput } from '../../../lib/business-compliance/dto/update-compliance.dto';
import { issuesOf, ScriptedGraph } from '../../support/scripted-graph';

function setup(answer: unknown = { success: true }) {
  const graph = new ScriptedGraph();
  graph.answer = () => answer;
  return { graph, compliance: new BusinessComplianceService(graph.client, graph.validator) };
}

const input: UpdateComplianceInput = {
  entityName: 'Lucky Shrub LLP',
  entityType: 'PARTNERSHIP',
  isRegistered: true,
  grievanceOfficer: { name: 'Chandni', email: 'c@example.com', mobileNumber: '+919000000000' },
  customerCare: { email: 'care@example.com', landlineNumber: '+911100000000' },
};

describe('BusinessComplianceService', () => {
  it('gives the information in the names of Meta, and may be repeated', async () => {
    const { graph, compliance } = setup();
    await compliance.update(input);
    expect(graph.last).toEqual({
      method: 'POST',
      path: '100/business_compliance_info',
      body: {
        messaging_product: 'whatsapp',
        entity_name: 'Lucky Shrub LLP',
        entity_type: 'PARTNERSHIP',
        is_registered: true,
        grievance_officer_details: {
          name: 'Chandni',
          email: 'c@example.com',
          mobile_number: '+919000000000',
        },
        customer_care_details: { email: 'care@example.com', landline_number: '+911100000000' },
      },
    });
    expect(graph.requests[0]?.kind).toBe('safe');
    const { isRegistered: _left, ...rest } = input;
    await compliance.update({ ...rest, entityType: 'OTHER', entityTypeCustom: 'Trust' });
    expect(graph.last.body).toMatchObject({ entity_type: 'OTHER', entity_type_custom: 'Trust' });
    expect(graph.last.body).not.toHaveProperty('is_registered');
  });

  it('reads what was given', async () => {
    const raw = {
      messaging_product: 'whatsapp',
      entity_name: 'Lucky Shrub LLP',
      entity_type: 'PARTNERSHIP',
      entity_type_custom: '',
      is_registered: false,
      grievance_officer_details: { name: 'Chandni', email: 'c@example.com', landline_number: '' },
      customer_care_details: { email: 'care@example.com', mobile_number: '+919000000000' },
    };
    await expect(setup({ data: [raw] }).compliance.get()).resolves.toEqual({
      entityName: 'Lucky Shrub LLP',
      entityType: 'PARTNERSHIP',
      isRegistered: false,
      grievanceOfficer: { name: 'Chandni', email: 'c@example.com' },
      customerCare: { email: 'care@example.com', mobileNumber: '+919000000000' },
      raw,
    });
    await expect(setup({ data: [] }).compliance.get()).resolves.toBeUndefined();
    await expect(setup({ data: [{ entity_name: 'A' }] }).compliance.get()).resolves.toEqual({
      entityName: 'A',
      raw: { entity_name: 'A' },
    });
  });

  it.each<[string, Partial<UpdateComplianceInput>, string]>([
    ['a name of one letter', { entityName: 'L' }, 'entityName: must have at least 2 characters, has 1'],
    ['a long name', { entityName: 'x'.repeat(129) }, 'entityName: must have at most 128 characters, has 129'],
    [
      'a legal form in words beside a known one',
      { entityTypeCustom: 'Trust' },
      'entityTypeCustom: is for the entity type OTHER only',
    ],
    [
      'a registration of a company',
      { entityType: 'PUBLIC_COMPANY' },
      'isRegistered: is for the entity type OTHER or PARTNERSHIP only',
    ],
    [
      'an officer without a name',
      { grievanceOfficer: { name: '', email: 'c@example.com' } },
      'grievanceOfficer.name: must not be empty',
    ],
    [
      'what is no e-mail address',
      { customerCare: { email: 'care' } },
      'customerCare.email: must be an e-mail address',
    ],
    [
      'a phone number without a country code',
      { customerCare: { email: 'care@example.com', mobileNumber: '9000000000' } },
      'customerCare.mobileNumber: must be + and digits, country code first',
    ],
  ])('refuses %s', async (_name, change, issue) => {
    const { graph, compliance } = setup();
    expect(await issuesOf(compliance.update({ ...input, ...change }))).toEqual([issue]);
    expect(graph.sent).toEqual([]);
  });

  it('refuses parts that are missing, and sends them when told to', async () => {
    const { compliance } = setup();
    const part = { entityName: 'Lucky Shrub', entityType: 'OTHER' } as UpdateComplianceInput;
    expect(await issuesOf(compliance.update(part))).toEqual([
      'grievanceOfficer: must be an object',
      'customerCare: must be an object',
    ]);
    await expect(
      compliance.update({ ...input, entityName: 'L' }, { validate: false }),
    ).resolves.toBeUndefined();
  });

  it('takes a no of Meta for an error', async () => {
    await expect(setup({ success: false }).compliance.update(input)).rejects.toThrow('success: false');
  });
});
