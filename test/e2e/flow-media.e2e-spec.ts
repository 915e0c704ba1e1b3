import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  BusinessEncryptionService,
  defineFlow,
  FlowMediaVerificationError,
  FlowRequest,
  FlowsService,
  FlowSync,
  MediaService,
  MessagesService,
  OnFlowRequest,
  OnWhatsAppEvent,
  WhatsAppFlowsModule,
} from 'nestjs-whatsapp-cloud';
import type { FlowScreenResponse, MediaBuffer, WhatsAppEvent } from 'nestjs-whatsapp-cloud';
import type { FlowMediaTamper, UserFlow, VirtualUser } from 'nestjs-whatsapp-cloud/testing';
import { ADAPTERS, boot } from '../support/boot';
import type { AdapterName, Booted } from '../support/boot';

const KEYS = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

const claim = defineFlow({
  version: '7.3',
  data_api_version: '4.0',
  routing_model: { DAMAGE: ['PAPERS'], PAPERS: [] },
  screens: [
    {
      id: 'DAMAGE',
      title: 'Damage',
      layout: {
        type: 'SingleColumnLayout',
        children: [
          {
            type: 'PhotoPicker',
            name: 'photos',
            label: 'Photos',
            'min-uploaded-photos': 1,
            'max-uploaded-photos': 2,
            'max-file-size-kb': 4096,
          },
          {
            type: 'Footer',
            label: 'Next',
            'on-click-action': { name: 'data_exchange', payload: { photos: '${form.photos}' } },
          },
        ],
      },
    },
    {
      id: 'PAPERS',
      title: 'Papers',
      terminal: true,
      data: { seen: { type: 'string', __example__: '1 photo' } },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextBody', text: '${data.seen}' },
          {
            type: 'DocumentPicker',
            name: 'papers',
            label: 'Papers',
            'max-uploaded-documents': 8,
            'allowed-mime-types': ['application/pdf', 'text/plain'],
          },
          {
            type: 'Footer',
            label: 'Send',
            'on-click-action': {
              name: 'complete',
              payload: { papers: '${form.papers}', photos: '${screen.DAMAGE.form.photos}' },
            },
          },
        ],
      },
    },
  ],
});
type Claim = typeof claim;

const JPEG = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), randomBytes(3_000_000)]);
const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(500)]);
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2000)]);

@Injectable()
class ClaimHandlers {
  static requests: FlowRequest<Claim, 'DAMAGE', 'data_exchange'>[] = [];
  static photos: MediaBuffer[] = [];
  static refusals: string[] = [];
  static papers: MediaBuffer[] = [];

  constructor(
    private readonly messages: MessagesService,
    private readonly flows: FlowsService,
    private readonly media: MediaService,
  ) {}

  @OnWhatsAppEvent('message.text')
  async onText(event: WhatsAppEvent<'message.text'>): Promise<void> {
    await this.messages
      .to(event)
      .flow({ body: 'What happened?', flowName: 'claim', cta: 'Tell', token: 'claim-1' });
  }

  @OnFlowRequest({ flow: claim, screen: 'DAMAGE', action: 'data_exchange' })
  async onPhotos(request: FlowRequest<Claim, 'DAMAGE', 'data_exchange'>): Promise<FlowScreenResponse> {
    ClaimHandlers.requests.push(request);
    try {
      const [first, ...others] = request.data.photos;
      if (first) ClaimHandlers.photos.push(await this.media.decrypt(first));
      for (const photo of others) {
        const { stream, ...facts } = await this.media.decryptStream(photo);
        const data = Buffer.concat(await stream.toArray());
        ClaimHandlers.photos.push({ ...facts, data, size: data.length });
      }
    } catch (error) {
      if (!(error instanceof FlowMediaVerificationError)) throw error;
      ClaimHandlers.refusals.push(error.check);
      return request.fail('That photo did not arrive well. Please choose it again.');
    }
    return request.show('PAPERS', { seen: `${ClaimHandlers.photos.length} photos` });
  }

  @OnWhatsAppEvent('message.interactive.nfm_reply')
  async onClaim(event: WhatsAppEvent<'message.interactive.nfm_reply'>): Promise<void> {
    const { papers = [], photos = [] } = this.flows.completion(event, claim)?.data ?? {};
    for (const file of [...papers, ...photos])
      ClaimHandlers.papers.push(await this.media.toBuffer(file, { verify: true }));
    await this.messages.reply(event, { body: `${ClaimHandlers.papers.length} files are in.` });
  }
}

let booted: Booted | undefined;

beforeEach(() => {
  ClaimHandlers.requests = [];
  ClaimHandlers.photos = [];
  ClaimHandlers.refusals = [];
  ClaimHandlers.papers = [];
});
afterEach(async () => {
  await booted?.stop();
  booted = undefined;
});

async function invited(adapter: AdapterName): Promise<{ ann: VirtualUser; flow: UserFlow; booted: Booted }> {
  booted = await boot({
    adapter,
    imports: [WhatsAppFlowsModule.forRoot({ privateKeys: KEYS.privateKey })],
    providers: [ClaimHandlers],
  });
  const { app, emulator, url } = booted;
  emulator.connectFlows(`${url}/whatsapp/flows`);
  await app.get(BusinessEncryptionService).setPublicKey(KEYS.publicKey);
  await app
    .get(FlowSync)
    .sync(claim, { name: 'claim', endpointUri: 'https://example.com/whatsapp/flows', publish: true });
  const ann = emulator.user({ name: 'Ann' });
  await ann.says('hello');
  await ann.expectReply('What happened?');
  return { ann, flow: await ann.opensFlow(), booted };
}

describe.each(ADAPTERS)('media of flows on %s', (adapter) => {
  it('reach the endpoint encrypted and the completion as ordinary media', async () => {
    const { ann, flow, booted } = await invited(adapter);
    await flow.fills({
      photos: [
        { data: JPEG, filename: 'IMG_5237.jpg' },
        { data: PNG, mimeType: 'image/png' },
      ],
    });
    await flow.submits();
    flow.expectScreen('PAPERS');
    expect(flow.data).toEqual({ seen: '2 photos' });
    const hex = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
    expect(ClaimHandlers.photos.map(({ data, ...facts }) => ({ ...facts, hash: hex(data) }))).toEqual([
      {
        size: JPEG.length,
        mimeType: 'image/jpeg',
        fileName: 'IMG_5237.jpg',
        sha256: hex(JPEG),
        hash: hex(JPEG),
      },
      { size: PNG.length, mimeType: 'image/png', fileName: 'IMG_0002.jpg', sha256: hex(PNG), hash: hex(PNG) },
    ]);
    const fromCdn = booted.emulator.requests.filter(({ path }) => path.startsWith('/v/'));
    expect(fromCdn.map(({ status }) => status)).toEqual([200, 200]);

    await flow.fills({ papers: [{ data: PDF, filename: 'proof.pdf' }] });
    await flow.submits();
    await ann.expectReply('3 files are in.');
    expect(
      ClaimHandlers.papers.map(({ data, fileName, mimeType }) => [data.length, fileName, mimeType]),
    ).toEqual([
      [PDF.length, 'proof.pdf', 'application/pdf'],
      [JPEG.length, 'IMG_5237.jpg', 'image/jpeg'],
      [PNG.length, 'IMG_0002.jpg', 'image/png'],
    ]);
    expect(ClaimHandlers.papers[0]?.data.equals(PDF)).toBe(true);
    const { nfm_reply } = flow.completion?.payload['interactive'] as { nfm_reply: { response_json: string } };
    expect(JSON.parse(nfm_reply.response_json)).toEqual({
      flow_token: 'claim-1',
      papers: [
        {
          id: expect.any(Number),
          mime_type: 'application/pdf',
          sha256: expect.any(String),
          file_name: 'proof.pdf',
        },
      ],
      photos: [
        expect.objectContaining({ file_name: 'IMG_5237.jpg' }),
        expect.objectContaining({ mime_type: 'image/png' }),
      ],
    });
  });

  it.each<FlowMediaTamper>(['encrypted_hash', 'hmac', 'decryption', 'plaintext_hash'])(
    'are refused when their %s is wrong, whatever came before',
    async (tamper) => {
      const { flow } = await invited(adapter);
      await flow.fills({ photos: [{ data: JPEG, tamper }] });
      await flow.submits();
      expect(flow.expectScreen('DAMAGE').errorMessage).toContain('did not arrive well');
      await flow.fills({ photos: [{ data: PNG }, { data: JPEG, tamper }] });
      await flow.submits();
      flow.expectScreen('DAMAGE');
      expect(ClaimHandlers.refusals).toEqual([tamper, tamper]);
      await flow.fills({ photos: [{ data: PNG }] });
      await flow.submits();
      flow.expectScreen('PAPERS');
    },
  );

  it('are gone from the CDN after 20 days', async () => {
    const { flow, booted } = await invited(adapter);
    await flow.fills({ photos: [{ data: PNG }] });
    await flow.submits();
    const [photo] = ClaimHandlers.requests[0]!.data.photos;
    const media = booted.app.get(MediaService);
    expect((await media.decrypt(photo!)).data.equals(PNG)).toBe(true);
    await booted.emulator.advance(20 * 24 * 3600_000 + 1);
    await expect(media.decrypt(photo!)).rejects.toMatchObject({
      name: 'FlowMediaUnavailableError',
      httpStatus: 404,
    });
  });
});

describe('the pickers of the emulated phone', () => {
  it('take what the component says', async () => {
    const { flow } = await invited('express');
    const one = { data: PNG };
    const refusals: [unknown, string][] = [
      ['photo', 'takes a list of files'],
      [[{ bytes: PNG }], 'takes a list of files'],
      [[], 'takes at least 1 photos'],
      [[one, one, one], 'takes at most 2 photos'],
      [
        [one, { data: Buffer.alloc(4096 * 1024 + 1) }],
        'file 2 has 4194305 bytes; at most 4096 KiB are taken',
      ],
      [[{ ...one, mimeType: 'application/pdf' }], 'file 1 is of type application/pdf, which is no photo'],
    ];
    await expect(flow.submits()).rejects.toThrow('DAMAGE cannot be submitted: photos is empty.');
    for (const [photos, message] of refusals) await expect(flow.fills({ photos })).rejects.toThrow(message);
    await flow.fills({ photos: [{ data: Buffer.alloc(4096 * 1024, 1) }] });
    await flow.submits();
    flow.expectScreen('PAPERS');
    await expect(flow.fills({ papers: [{ data: 'x', mimeType: 'image/png' }] })).rejects.toThrow(
      'file 1 is of type image/png; taken are application/pdf, text/plain',
    );
  });

  it('need no token on the CDN, and do not want one', async () => {
    const { flow, booted } = await invited('express');
    await flow.fills({ photos: [{ data: PNG }] });
    await flow.submits();
    const { emulator } = booted;
    const fetched = emulator.requests.find(({ path }) => path.startsWith('/v/'))!;
    const url = `${emulator.url}${fetched.path}/?${new URLSearchParams(fetched.query).toString()}`;
    expect((await fetch(url)).status).toBe(200);
    const authorized = { headers: { authorization: `Bearer ${emulator.accessToken}` } };
    expect((await fetch(url, authorized)).status).toBe(400);
    expect((await fetch(url.replace(/oh=\w/, 'oh=z'))).status).toBe(404);
  });
});
