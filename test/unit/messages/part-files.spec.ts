import { Logger } from '@nestjs/common';
import type { MediaUploader, MediaUploadRequest } from '../../../lib/config/media-uploader.interface';
import type { GraphClient } from '../../../lib/graph/graph-client.service';
import { MessagesSender } from '../../../lib/messages/messages.sender';
import { MessagesService } from '../../../lib/messages/messages.service';
import { defineTemplate } from '../../../lib/messages/template/template-message';
import { PayloadValidator } from '../../../lib/validation/payload-validator.service';
import { ManualClock } from '../../support/manual-clock';
import { issuesOf } from '../../support/scripted-graph';
import { FakeGraph } from './support';
import { FakeDefinitions, template } from './template/support';

/** Numbers its uploads: m1, m2, ... */
class FakeUploader implements MediaUploader {
  readonly uploads: { file: unknown; request: MediaUploadRequest | undefined }[] = [];
  uploadFile: MediaUploader['uploadFile'] = (file, request) => {
    const id = `m${this.uploads.push({ file, request })}`;
    return Promise.resolve({ id, mimeType: 'image/png', fileName: 'a.png', size: 1 });
  };
}

function setup(definition?: ReturnType<typeof template>) {
  const graph = new FakeGraph();
  const clock = new ManualClock();
  const uploader = new FakeUploader();
  const sender = new MessagesSender(graph as unknown as GraphClient);
  const definitions = definition && new FakeDefinitions(definition);
  const validator = new PayloadValidator({}, clock);
  return {
    graph,
    uploader,
    messages: new MessagesService(sender, validator, clock, definitions, uploader),
  };
}

const head = { to: '491701234567', name: 'promo', language: 'en_US' };
const file = (text = 'x'): Buffer => Buffer.from(text);
const link = 'https://example.com/a.jpg';

describe('raw media in headers and cards', () => {
  beforeAll(() => {
    jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  });
  afterAll(() => {
    jest.restoreAllMocks();
  });

  it.each(['image', 'video', 'gif', 'document'] as const)(
    'goes up first as %s of a template header, and the result names its id',
    async (kind) => {
      const { messages, graph, uploader } = setup();
      const signal = new AbortController().signal;
      const header = { [kind]: { file: file() } } as never;
      const result = await messages.sendTemplate({ ...head, header }, { phoneNumberId: '100', signal });
      expect(uploader.uploads).toMatchObject([{ request: { kind, phoneNumberId: '100', signal } }]);
      expect(result).toMatchObject({ messageId: 'wamid.HBgLMTY1', mediaId: 'm1' });
      expect(result).not.toHaveProperty('cardMediaIds');
      expect(graph.bodies[0].template.components).toEqual([
        { type: 'header', parameters: [{ type: kind, [kind]: { id: 'm1' } }] },
      ]);
    },
  );

  it('keeps the name of a document, which also names the file', async () => {
    const { messages, graph, uploader } = setup();
    const header = { document: { file: file(), filename: 'invoice.pdf' } };
    await messages.sendMarketingMessage({ ...head, header });
    expect(uploader.uploads[0]!.file).toEqual({ source: file(), fileName: 'invoice.pdf' });
    expect(graph.bodies[0].template.components[0].parameters[0].document).toEqual({
      id: 'm1',
      filename: 'invoice.pdf',
    });
  });

  it('fills the cards of a template by their place', async () => {
    const { messages, graph, uploader } = setup();
    const same = file();
    const carousel = [
      { header: { image: { file: same } }, params: ['a'] },
      { header: { image: { link } } },
      { header: { image: { file: same } } },
      { header: { image: { file: file('y') } } },
    ];
    const result = await messages.sendTemplate({ ...head, carousel });
    expect(uploader.uploads).toHaveLength(2);
    expect(result.cardMediaIds).toEqual(['m1', undefined, 'm1', 'm2']);
    expect(result).not.toHaveProperty('mediaId');
    const cards = graph.bodies[0].template.components[0].cards as {
      components: { parameters: object[] }[];
    }[];
    expect(cards.map(({ components }) => components[0]!.parameters[0])).toEqual([
      { type: 'image', image: { id: 'm1' } },
      { type: 'image', image: { link } },
      { type: 'image', image: { id: 'm1' } },
      { type: 'image', image: { id: 'm2' } },
    ]);
    expect(cards[0]!.components[1]).toMatchObject({ type: 'body', parameters: [{ text: 'a' }] });
    // The caller's own objects stay as they were.
    expect(carousel[0]).toEqual({ header: { image: { file: same } }, params: ['a'] });
  });

  it('goes up for headers and cards of interactive messages too', async () => {
    const { messages, graph } = setup();
    const buttons = [{ id: '1', title: 'Yes' }];
    const result = await messages.sendButtons({
      to: '491701234567',
      body: 'Ok?',
      buttons,
      header: { video: { file: file() } },
    });
    expect(result.mediaId).toBe('m1');
    const urlButton = { displayText: 'Shop', url: link };
    const cards = [
      { image: { file: file('a') }, urlButton },
      { image: { file: file('b') }, urlButton },
    ];
    const shown = await messages.sendMediaCarousel({ to: '491701234567', body: 'New', cards });
    expect(shown.cardMediaIds).toEqual(['m2', 'm3']);
    expect(
      graph.bodies.map(({ interactive }) => interactive.header ?? interactive.action.cards),
    ).toMatchObject([
      { type: 'video', video: { id: 'm1' } },
      [{ header: { image: { id: 'm2' } } }, { header: { image: { id: 'm3' } } }],
    ]);
  });

  it('stays here when the input or the template refuses the message', async () => {
    const image = template([
      { type: 'HEADER', format: 'IMAGE' },
      { type: 'BODY', text: 'Hi' },
    ]);
    const { messages, graph, uploader } = setup(image);
    expect(await issuesOf(messages.sendTemplate({ ...head, header: { video: { file: file() } } }))).toEqual([
      'header: must be an image, as in the template',
    ]);
    const both = { image: { file: file(), id: '1' } } as never;
    expect(await issuesOf(messages.sendTemplate({ ...head, header: both }))).toEqual([
      'header.image: must have exactly one of id, link or file',
    ]);
    expect([uploader.uploads, graph.requests]).toEqual([[], []]);
  });

  it('sends nothing when the upload fails', async () => {
    const { messages, graph, uploader } = setup();
    uploader.uploadFile = () => Promise.reject(new Error('no file'));
    const carousel = [1, 2].map(() => ({ header: { image: { file: file() } } }));
    await expect(messages.sendTemplate({ ...head, carousel })).rejects.toThrow('no file');
    expect(graph.requests).toEqual([]);
  });

  it('goes up once for a template that is prepared, and not for one that is defined', async () => {
    const { messages, graph, uploader } = setup();
    const input = { name: 'promo', language: 'en_US', header: { image: { file: file() } } };
    const promo = await messages.prepareTemplate(input);
    for (const to of ['491701234567', '491701234568']) await messages.sendTemplate({ to, ...promo });
    expect(uploader.uploads).toHaveLength(1);
    expect(graph.bodies.map(({ template }) => template.components[0].parameters[0].image)).toEqual([
      { id: 'm1' },
      { id: 'm1' },
    ]);
    expect(() => defineTemplate(input)).toThrow(
      /header\.image\.file: must be uploaded first.*prepareTemplate/,
    );
  });
});
