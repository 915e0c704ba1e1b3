import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Module } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { ModuleRef, NestFactory } from '@nestjs/core';
import { WhatsAppModule } from 'nestjs-whatsapp-cloud';
import type { NodeNames } from './openapi';

/** A request as it went over the wire. */
export interface RecordedRequest {
  readonly method: string;
  /** Without the version. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Media type alone. */
  readonly contentType: string;
  /** Parsed JSON, or the texts of a form; files are named by their type. */
  readonly body?: unknown;
}

/** The ids of the tests. */
export const ID = {
  number: '106540352242922',
  waba: '102290129340398',
  media: '1013859600285441',
  template: '564750795574598',
  otherTemplate: '564750795574599',
  business: '2729063490586005',
  app: '634974688087057',
  user: '2345678901234567',
  qrCode: 'ABCDEFGHIJ2345',
  flow: '1217981644879628',
  preverified: '106540352242955',
  profile: '106540352242966',
  solution: '774485461512159',
  signup: '814485461512151',
  migrationIntent: '804485461512150',
  group: 'Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD',
} as const;

export const NODES: NodeNames = {
  [ID.number]: ['Phone-Number-ID'],
  [ID.waba]: ['WABA-ID', 'WhatsApp-Business-Account-ID'],
  [ID.media]: ['Media-ID'],
  [ID.template]: ['TEMPLATE_ID'],
  [ID.business]: ['Business-ID'],
  [ID.app]: ['Application-ID'],
  [ID.qrCode]: ['QR-Code-ID'],
  [ID.flow]: ['Flow-ID'],
  [ID.user]: ['User-ID'],
  [ID.preverified]: ['Pre-Verified-Phone-Number-ID'],
  [ID.profile]: ['WhatsApp-Business-Profile-ID'],
  [ID.solution]: ['Solution-ID'],
  [ID.signup]: ['Signup-ID'],
  [ID.migrationIntent]: ['Migration-Intent-ID'],
  [ID.group]: ['group_id'],
};

/** Something of every answer that a service waits for. */
const ANSWER = {
  success: true,
  id: ID.media,
  status: 'PENDING',
  category: 'UTILITY',
  name: 'order_update',
  url: 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1',
  mime_type: 'image/jpeg',
  sha256: 'a'.repeat(64),
  file_size: 3,
  messages: [{ id: 'wamid.HBgLMTY1' }],
  contacts: [{ input: '+16505551234', wa_id: '16505551234' }],
  calls: [{ id: 'wacid.ABGG' }],
  data: [],
  code: ID.qrCode,
  prefilled_message: 'Hi',
  deep_link_url: 'https://wa.me/message/1',
  invite_link: 'https://chat.whatsapp.com/1',
  request_id: '1',
  health_status: { can_send_message: 'AVAILABLE', entities: [] },
  throughput: { level: 'STANDARD' },
  permission: { status: 'temporary' },
  actions: [],
  calling: {},
  solution_id: '774485461512159',
  access_token: 'EAA',
  preview: {
    preview_url: 'https://business.facebook.com/wa/manage/flows/1/preview/',
    expires_at: '2026-12-01T00:00:00+0000',
  },
};

/** Ids of upload sessions have a form of their own. */
function answerTo({ path }: RecordedRequest): object {
  return path.endsWith('/uploads') ? { id: 'upload:MTphdHRh?sig=ARZ' } : ANSWER;
}

/** An application with all services, whose Graph API is a server of its own that records. */
export class RecordedApp {
  private constructor(
    private readonly recorded: RecordedRequest[],
    private readonly module: ModuleRef,
    private readonly close: () => Promise<void>,
  ) {}

  static async start(): Promise<RecordedApp> {
    const recorded: RecordedRequest[] = [];
    const server = createServer((request, response) => {
      void read(request).then((found) => {
        recorded.push(found);
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answerTo(found)));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const whatsApp = WhatsAppModule.forRoot({
      accessToken: 'token',
      phoneNumberId: ID.number,
      wabaId: ID.waba,
      graphUrl: `http://${host}`,
      allowedHosts: [host],
      path: false,
      templates: { checkValues: false },
    });
    class AppModule {}
    Module({ imports: [whatsApp] })(AppModule);
    const context = await NestFactory.createApplicationContext(AppModule, {
      logger: false,
      abortOnError: false,
    });
    const module = context.select(whatsApp).get(ModuleRef, { strict: true });
    return new RecordedApp(recorded, module, async () => {
      await context.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    });
  }

  /** A service over the parts of the module, whether the module provides it or not. */
  service<T>(type: Type<T>): Promise<T> {
    return this.module.create(type);
  }

  /** The requests that a call makes. */
  async requestsOf(call: () => unknown): Promise<RecordedRequest[]> {
    this.recorded.length = 0;
    await call();
    return [...this.recorded];
  }

  stop(): Promise<void> {
    return this.close();
  }
}

async function read(request: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://graph');
  const header = request.headers['content-type'] ?? '';
  const contentType = header.split(';')[0] ?? '';
  return {
    method: request.method ?? '',
    path: decodeURIComponent(pathname).replace(/^\/v\d+\.\d+(?=\/)/, ''),
    query: Object.fromEntries(searchParams),
    contentType,
    ...(bytes.length > 0 && { body: await parsed(bytes, header, contentType) }),
  };
}

async function parsed(bytes: Buffer, header: string, contentType: string): Promise<unknown> {
  if (contentType === 'application/json') return JSON.parse(bytes.toString()) as unknown;
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': header } }).formData();
  return Object.fromEntries(
    [...form].map(([name, value]) => [name, typeof value === 'string' ? value : `<${value.type}>`]),
  );
}
