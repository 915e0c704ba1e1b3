import { QrCodesService } from '../../../lib/qr-codes/qr-codes.service';
import { RecordingGraph, refusals } from '../../support/recording-graph';

const graph = new RecordingGraph();
const qrCodes = new QrCodesService(graph.client, graph.validator, graph.pages);
const FIELDS = 'code,prefilled_message,deep_link_url';
const raw = {
  code: '4O4YGZEG3RIVE1',
  prefilled_message: 'Cyber Monday',
  deep_link_url: 'https://wa.me/message/4O4YGZEG3RIVE1',
};
const read = {
  code: '4O4YGZEG3RIVE1',
  prefilledMessage: 'Cyber Monday',
  deepLinkUrl: 'https://wa.me/message/4O4YGZEG3RIVE1',
};

beforeEach(() => {
  graph.requests.length = 0;
  graph.answer(raw);
});

describe('QrCodesService', () => {
  it('S2 QRCode: creates, with an image and without', async () => {
    const imaged = { ...raw, qr_image_url: 'https://scontent.xx.fbcdn.net/1' };
    graph.answer(imaged, raw);
    await expect(qrCodes.create({ prefilledMessage: 'Cyber Monday', image: 'PNG' })).resolves.toEqual({
      ...read,
      qrImageUrl: 'https://scontent.xx.fbcdn.net/1',
      raw: imaged,
    });
    await expect(qrCodes.create({ prefilledMessage: 'Cyber Monday' })).resolves.toEqual({ ...read, raw });
    expect(graph.sent).toEqual([
      {
        method: 'POST',
        path: '100/message_qrdls',
        body: { prefilled_message: 'Cyber Monday', generate_qr_image: 'PNG' },
      },
      { method: 'POST', path: '100/message_qrdls', body: { prefilled_message: 'Cyber Monday' } },
    ]);
  });

  it('S2 QRCode.qr_image_url: is read in the format that is asked for', async () => {
    graph.answer({ data: [raw] });
    await qrCodes.get('4O4YGZEG3RIVE1');
    await qrCodes.get('4O4YGZEG3RIVE1', { image: 'SVG' });
    expect(graph.sent).toEqual([
      { method: 'GET', path: '100/message_qrdls/4O4YGZEG3RIVE1', query: { fields: FIELDS } },
      {
        method: 'GET',
        path: '100/message_qrdls/4O4YGZEG3RIVE1',
        query: { fields: `${FIELDS},qr_image_url.format(SVG)` },
      },
    ]);
  });

  it.each([
    ['S2 QRCode.code', 'code', 'code'],
    ['S2 QRCode.prefilled_message', 'prefilledMessage', 'prefilled_message'],
    ['S2 QRCode.deep_link_url', 'deepLinkUrl', 'deep_link_url'],
  ] as const)('%s: is asked for and read', async (_row, ours, theirs) => {
    graph.answer({ data: [raw] });
    expect((await qrCodes.get(raw.code))?.[ours]).toBe(raw[theirs]);
    expect(String(graph.sent[0]?.query?.['fields']).split(',')).toContain(theirs);
  });

  it('finds nothing where there is nothing', async () => {
    graph.answer({ data: [] });
    await expect(qrCodes.get('AAAAAAAAAAAAAA')).resolves.toBeUndefined();
  });

  it('updates and deletes; a code never leads to another endpoint', async () => {
    graph.answer(raw, { success: true });
    await expect(qrCodes.update({ code: raw.code, prefilledMessage: 'Hi' })).resolves.toMatchObject(read);
    await qrCodes.delete('a/../b');
    expect(graph.sent).toEqual([
      { method: 'POST', path: '100/message_qrdls', body: { code: raw.code, prefilled_message: 'Hi' } },
      { method: 'DELETE', path: '100/message_qrdls/a%2F..%2Fb' },
    ]);
  });

  it('lists page by page', async () => {
    graph.answer(
      { data: [raw], paging: { cursors: { after: 'A' }, next: 'https://graph.facebook.com/x?after=A' } },
      { data: [{ ...raw, code: 'B' }], paging: { cursors: { before: 'A' } } },
    );
    const page = await qrCodes.list({ limit: 1 }, { image: 'PNG' });
    expect((await page.all()).map(({ code }) => code)).toEqual([raw.code, 'B']);
    expect(graph.sent[1]?.query).toEqual({
      fields: `${FIELDS},qr_image_url.format(PNG)`,
      limit: 1,
      after: 'A',
    });
  });

  it('refuses what Meta would refuse', async () => {
    await expect(
      refusals(() => qrCodes.create({ prefilledMessage: 'x'.repeat(141), image: 'a picture' })),
    ).resolves.toEqual([
      'prefilledMessage: must have at most 140 characters, has 141',
      'image: must be an image format: PNG or SVG',
    ]);
    await expect(refusals(() => qrCodes.update({ code: '', prefilledMessage: '' }))).resolves.toEqual([
      'code: must not be empty',
      'prefilledMessage: must not be empty',
    ]);
    await expect(refusals(() => qrCodes.list({ limit: 26 }))).resolves.toEqual(['limit: must be at most 25']);
    await expect(refusals(() => qrCodes.get('A', { image: 'PNG),id', validate: false }))).resolves.toEqual([
      'image: must be an image format: PNG or SVG',
    ]);
    await expect(refusals(() => qrCodes.delete(''))).resolves.toEqual(['code: must not be empty']);
    expect(graph.requests).toEqual([]);
  });

  it('fails clearly when the answer has no code', async () => {
    graph.answer({});
    await expect(qrCodes.create({ prefilledMessage: 'Hi' })).rejects.toThrow('no code');
  });
});
