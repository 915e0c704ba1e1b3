import { CreateTemplateDto } from '../../../lib/templates/dto/create-template.dto';
import { withExamples } from '../../../lib/templates/template-examples';
import { PayloadValidator } from '../../../lib/validation/payload-validator.service';
import type { TemplateComponent } from '../../../lib/wire/template/component';
import { ManualClock } from '../../support/manual-clock';
import { META_TEMPLATES } from './meta-templates';

describe('withExamples', () => {
  it('fills in by position', () => {
    const components: TemplateComponent[] = [
      { type: 'HEADER', format: 'TEXT', text: 'Our {{1}} is on!' },
      { type: 'BODY', text: 'Use {{1}} until {{2}} comes.' },
      { type: 'FOOTER', text: 'Thanks' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Stop' },
          { type: 'URL', text: 'Shop', url: 'https://a.example/{{1}}' },
          { type: 'COPY_CODE', example: '' },
        ],
      },
    ];
    const before = structuredClone(components);
    expect(
      withExamples(components, { header: 'sale', params: ['SAVE', 10], buttons: { 1: 'x$&y', 2: 'SAVE10' } }),
    ).toEqual([
      { ...components[0], example: { header_text: ['sale'] } },
      { ...components[1], example: { body_text: [['SAVE', '10']] } },
      components[2],
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Stop' },
          { type: 'URL', text: 'Shop', url: 'https://a.example/{{1}}', example: ['https://a.example/x$&y'] },
          { type: 'COPY_CODE', example: 'SAVE10' },
        ],
      },
    ]);
    expect(components).toEqual(before);
  });

  it('fills in by name, header included', () => {
    expect(
      withExamples(
        [
          { type: 'HEADER', format: 'TEXT', text: 'Order {{order}}' },
          { type: 'BODY', text: 'Hi {{name}}, {{order}} is here.' },
        ],
        { params: { name: 'Ada', order: 17 } },
      ).map(({ type, ...rest }) => [type, 'example' in rest && rest.example]),
    ).toEqual([
      ['HEADER', { header_text_named_params: [{ param_name: 'order', example: '17' }] }],
      [
        'BODY',
        {
          body_text_named_params: [
            { param_name: 'name', example: 'Ada' },
            { param_name: 'order', example: '17' },
          ],
        },
      ],
    ]);
  });

  it('fills in the cards, each with its own samples', () => {
    const card = {
      components: [
        { type: 'HEADER' as const, format: 'IMAGE' as const },
        { type: 'BODY' as const, text: 'Only {{1}} today.' },
      ],
    };
    const [carousel] = withExamples([{ type: 'CAROUSEL', cards: [card, card] }], {
      cards: [{ header: '4::a', params: ['1 €'] }, { header: '4::b' }],
    });
    expect(carousel).toEqual({
      type: 'CAROUSEL',
      cards: [
        {
          components: [
            { ...card.components[0], example: { header_handle: ['4::a'] } },
            { ...card.components[1], example: { body_text: [['1 €']] } },
          ],
        },
        { components: [{ ...card.components[0], example: { header_handle: ['4::b'] } }, card.components[1]] },
      ],
    });
  });

  it('leaves what is there, what has no variables, and what it has no sample for', () => {
    const components: TemplateComponent[] = [
      { type: 'HEADER', format: 'TEXT', text: 'Hi {{1}}', example: { header_text: ['own'] } },
      { type: 'BODY', text: 'Hi {{1}} there', example: { body_text: [['own']] } },
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'a', url: 'https://a.b/{{1}}', example: ['own'] }] },
    ];
    expect(withExamples(components, { header: 'x', params: ['y'], buttons: { 0: 'z' } })).toEqual(components);
    const plain: TemplateComponent[] = [
      { type: 'HEADER', format: 'TEXT', text: 'Hi' },
      { type: 'BODY', text: 'Hi' },
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'a', url: 'https://a.b' }] },
      { type: 'HEADER', format: 'LOCATION' },
    ];
    expect(withExamples(plain, { header: 'x', params: ['y'], buttons: { 0: 'z' } })).toEqual(plain);
    const bare: TemplateComponent[] = [
      { type: 'HEADER', format: 'VIDEO' },
      { type: 'BODY', text: 'Hi {{1}}' },
      { type: 'BUTTONS', buttons: [{ type: 'COPY_CODE', example: 'a' }] },
    ];
    expect(withExamples(bare, {})).toEqual(bare);
  });

  it('takes a whole URL as the sample of one', () => {
    const [block] = withExamples(
      [{ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'a', url: 'https://a.b/{{1}}' }] }],
      { buttons: { 0: 'https://a.b/c' } },
    );
    expect(block).toMatchObject({ buttons: [{ example: ['https://a.b/c'] }] });
  });

  it('makes Meta’s published templates complete again, once their examples are taken out', () => {
    const validator = new PayloadValidator({}, new ManualClock());
    const checked = META_TEMPLATES.filter(([, { components }]) => JSON.stringify(components).includes('{{'));
    expect(checked.length).toBeGreaterThan(5);
    for (const [, template] of checked) {
      const bare = JSON.parse(
        JSON.stringify(template, (key, value: unknown) => (key === 'example' ? undefined : value)),
      ) as typeof template;
      const samples = {
        header: bare.components.some((each) => each.type === 'HEADER' && each.format === 'TEXT')
          ? 'x'
          : '4::x',
        params: ['a', 'b', 'c'].slice(
          0,
          new Set(JSON.stringify(bare.components.find(({ type }) => type === 'BODY')).match(/\{\{\d\}\}/g))
            .size,
        ),
        buttons: { 0: 'SAVE10', 1: 'x', 2: 'x' },
        cards: [
          { header: '4::x', buttons: { 1: 'x' } },
          { header: '4::x', buttons: { 1: 'x' } },
        ],
      };
      const named = JSON.stringify(bare).includes('{{name}}');
      const given = named ? { ...samples, params: { name: 'a', day: 'b', order: 'c' } } : samples;
      const filled = { ...bare, components: withExamples(bare.components, given) };
      expect([template.name, validator.issues(CreateTemplateDto, filled)]).toEqual([template.name, []]);
    }
  });
});
