import { BusinessProfileService } from '../../../lib/business-profile/business-profile.service';
import type { HandleUploadRequest } from '../../../lib/config/media-handle-uploader.interface';
import type { BusinessProfile } from '../../../lib/wire/business-profile/business-profile';
import { RecordingGraph, refusals } from '../../support/recording-graph';

const graph = new RecordingGraph();
const uploads: { source: unknown; request: HandleUploadRequest }[] = [];
const uploader = {
  uploadHandle: (source: unknown, request: HandleUploadRequest) => {
    uploads.push({ source, request });
    return Promise.resolve({ handle: '4::aW' });
  },
};
const profile = new BusinessProfileService(graph.client, graph.validator, uploader);

beforeEach(() => {
  graph.requests.length = 0;
  graph.answer({ success: true });
});

describe('BusinessProfileService', () => {
  it('S2 BusinessProfile: asks for all fields by name, since Meta tells no others', async () => {
    const stored: BusinessProfile = {
      about: 'Hi',
      address: '1 Hacker Way',
      description: 'Plants',
      email: 'a@b.co',
      vertical: 'RETAIL',
      profile_picture_url: 'https://pps.whatsapp.net/v/1',
      websites: ['https://a.b'],
      messaging_product: 'whatsapp',
    };
    graph.answer({ data: [stored] });
    await expect(profile.get()).resolves.toEqual(stored);
    expect(graph.sent).toEqual([
      {
        method: 'GET',
        path: '100/whatsapp_business_profile',
        query: { fields: 'about,address,description,email,profile_picture_url,websites,vertical' },
      },
    ]);
  });

  it('reads chosen fields, also of a number that has none of them', async () => {
    graph.answer({ data: [] });
    await expect(profile.get({ fields: ['about', 'email'] })).resolves.toEqual({});
    expect(graph.sent[0]?.query).toEqual({ fields: 'about,email' });
  });

  it('writes what was read, with members it does not know and without the URL of the picture', async () => {
    const read: BusinessProfile = {
      about: 'Hi',
      profile_picture_url: 'https://pps.whatsapp.net/v/1',
      opening: 'soon',
    };
    await profile.update({ ...read, about: 'Hello', websites: [] });
    expect(graph.sent).toEqual([
      {
        method: 'POST',
        path: '100/whatsapp_business_profile',
        body: { messaging_product: 'whatsapp', about: 'Hello', opening: 'soon', websites: [] },
      },
    ]);
  });

  it('reads and changes a profile by its own id', async () => {
    graph.answer({ id: '9', account_name: 'Lucky Shrub', about: 'Hi' });
    const read = await profile.getById('9');
    expect(read).toEqual({ id: '9', account_name: 'Lucky Shrub', about: 'Hi' });
    graph.answer({ success: true });
    await profile.updateById('9', { ...read, about: 'Hello' });
    expect(graph.sent).toEqual([
      {
        method: 'GET',
        path: '9',
        query: {
          fields: 'id,account_name,about,address,description,email,profile_picture_url,websites,vertical',
        },
      },
      { method: 'POST', path: '9', body: { messaging_product: 'whatsapp', about: 'Hello' } },
    ]);
    await profile.getById('9', { fields: ['vertical'] });
    expect(graph.sent[2]?.query).toEqual({ fields: 'vertical' });
    await expect(refusals(() => profile.updateById('9', { about: '' }))).resolves.toEqual([
      'about: must not be empty',
    ]);
  });

  it('is typed: a misspelt member does not compile', () => {
    // @ts-expect-error no such member
    const compiles = (): Promise<void> => profile.update({ abuot: 'Hi' });
    expect(compiles).toBeInstanceOf(Function);
  });

  it.each([
    ['about', { about: '' }, 'about: must not be empty'],
    ['about', { about: 'x'.repeat(140) }, 'about: must have at most 139 characters, has 140'],
    ['address', { address: 'x'.repeat(257) }, 'address: must have at most 256 characters, has 257'],
    [
      'description',
      { description: 'x'.repeat(513) },
      'description: must have at most 512 characters, has 513',
    ],
    ['email', { email: `${'x'.repeat(130)}@a.b` }, 'email: must have at most 128 characters, has 134'],
    ['email', { email: 'me at home' }, 'email: must be an e-mail address, or empty to clear it'],
    [
      'websites',
      { websites: ['https://a.b', 'https://a.b', 'https://a.b'] },
      'websites: must have at most 2 items, has 3',
    ],
    ['websites', { websites: ['a.b'] }, 'websites[0]: must be an absolute http or https URL'],
    [
      'websites',
      { websites: ['https://a.b', `https://a.b/${'x'.repeat(256)}`] },
      'websites[1]: must have at most 256 characters, has 268',
    ],
    ['industry', { vertical: '' }, 'vertical: must not be empty'],
  ])('S2 BusinessProfile.%s: refuses what Meta would refuse', async (_name, change, issue) => {
    await expect(refusals(() => profile.update(change))).resolves.toEqual([issue]);
    expect(graph.requests).toEqual([]);
  });

  it('S2 BusinessProfile: clears texts and websites', async () => {
    await profile.update({ address: '', description: '', email: '', websites: [''] });
    expect(graph.sent[0]?.body).toMatchObject({ address: '', description: '', email: '', websites: [''] });
  });

  it('S2 Industry: takes the 19 known values and those that Meta adds', async () => {
    const verticals = [
      ...['UNDEFINED', 'OTHER', 'AUTO', 'BEAUTY', 'APPAREL', 'EDU', 'ENTERTAIN', 'EVENT_PLAN', 'FINANCE'],
      ...[
        'GROCERY',
        'GOVT',
        'HOTEL',
        'HEALTH',
        'NONPROFIT',
        'PROF_SERVICES',
        'RETAIL',
        'TRAVEL',
        'RESTAURANT',
      ],
      ...['NOT_A_BIZ', 'SPACE_TRAVEL'],
    ];
    for (const vertical of verticals) await profile.update({ vertical });
    expect(graph.sent.map(({ body }) => (body as { vertical: string }).vertical)).toEqual(verticals);
  });

  it('S2 BusinessProfile.profile_picture_url: uploads a picture and sets it by its handle', async () => {
    const picture = Buffer.from('png');
    const result = await profile.uploadPicture(picture, { appId: '7', phoneNumberId: '300' });
    expect(result).toEqual({ handle: '4::aW' });
    expect(uploads).toEqual([
      { source: picture, request: { appId: '7', phoneNumberId: '300', kind: 'image' } },
    ]);
    expect(graph.sent[0]?.body).toEqual({ messaging_product: 'whatsapp', profile_picture_handle: '4::aW' });
    expect(graph.requests[0]?.account).toMatchObject({ phoneNumberId: '300' });
  });

  it('says what is missing when nothing uploads', async () => {
    const bare = new BusinessProfileService(graph.client, graph.validator);
    await expect(bare.uploadPicture(Buffer.from('x'))).rejects.toThrow('MediaHandleUploader');
    expect(graph.requests).toEqual([]);
  });

  it('fails when Meta says no without an error', async () => {
    graph.answer({ success: false });
    await expect(profile.update({ about: 'x' })).rejects.toThrow('success: false');
  });
});
