import { OfficialBusinessAccountService } from '../../../lib/official-business-account/official-business-account.service';
import { RecordingGraph, refusals } from '../../support/recording-graph';

const graph = new RecordingGraph();
const badge = new OfficialBusinessAccountService(graph.client, graph.validator);

beforeEach(() => {
  graph.requests.length = 0;
  graph.answer({ success: true });
});

describe('OfficialBusinessAccountService', () => {
  it('S2 BusinessPhoneNumber.is_official_business_account: tells badge and application', async () => {
    const raw = { oba_status: 'REJECTED', status_message: 'Not notable.' };
    graph.answer(
      { id: '100', is_official_business_account: false, official_business_account: raw },
      { id: '100', official_business_account: { oba_status: 'APPROVED' } },
      { id: '100', is_official_business_account: true },
      { id: '100', official_business_account: { oba_status: 'NEW_ONE' } },
      { id: '100' },
    );
    await expect(badge.status()).resolves.toEqual({
      isOfficial: false,
      status: 'REJECTED',
      message: 'Not notable.',
      raw,
    });
    await expect(badge.status()).resolves.toMatchObject({ isOfficial: true, status: 'APPROVED' });
    await expect(badge.status()).resolves.toEqual({ isOfficial: true, status: 'APPROVED' });
    await expect(badge.status()).resolves.toMatchObject({ isOfficial: false, status: 'NEW_ONE' });
    await expect(badge.status()).resolves.toEqual({ isOfficial: false, status: 'NOT_STARTED' });
    expect(graph.sent[0]).toEqual({
      method: 'GET',
      path: '100',
      query: { fields: 'official_business_account,is_official_business_account' },
    });
  });

  it('applies with all that is known, and with the least', async () => {
    await badge.apply({
      websiteUrl: 'https://luckyshrub.com',
      primaryCountry: 'United States',
      primaryLanguage: 'English',
      parentBusinessOrBrand: 'Shrubs',
      supportingLinks: ['https://news.example/1'],
      additionalInformation: 'Since 1999',
    });
    await badge.apply({ websiteUrl: 'https://a.b', primaryCountry: 'US' });
    expect(graph.sent).toEqual([
      {
        method: 'POST',
        path: '100/official_business_account',
        body: {
          business_website_url: 'https://luckyshrub.com',
          primary_country_of_operation: 'United States',
          primary_language: 'English',
          parent_business_or_brand: 'Shrubs',
          supporting_links: ['https://news.example/1'],
          additional_supporting_information: 'Since 1999',
        },
      },
      {
        method: 'POST',
        path: '100/official_business_account',
        body: { business_website_url: 'https://a.b', primary_country_of_operation: 'US' },
      },
    ]);
  });

  it('refuses what Meta would refuse', async () => {
    const link = 'https://a.b';
    await expect(
      refusals(() =>
        badge.apply({ websiteUrl: 'a.b', primaryCountry: '', supportingLinks: Array<string>(6).fill(link) }),
      ),
    ).resolves.toEqual([
      'websiteUrl: must be an absolute http or https URL',
      'primaryCountry: must not be empty',
      'supportingLinks: must have at most 5 items, has 6',
    ]);
    await expect(
      refusals(() => badge.apply({ websiteUrl: link, primaryCountry: 'US', supportingLinks: [link, 'b'] })),
    ).resolves.toEqual(['supportingLinks[1]: must be an absolute http or https URL']);
    expect(graph.requests).toEqual([]);
  });
});
