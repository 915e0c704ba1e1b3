import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { HttpModule } from '@nestjs/axios';
import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { accountProviders } from '../../lib/config/account.providers';
import { Clock } from '../../lib/config/clock';
import type { WhatsAppModuleOptions } from '../../lib/config/whatsapp-options.interface';
import { WHATSAPP_OPTIONS } from '../../lib/config/whatsapp.constants';
import { graphProviders } from '../../lib/graph/graph.providers';
import { mediaProviders } from '../../lib/media/media.providers';
import { MediaService } from '../../lib/media/media.service';
import { ManualClock } from '../support/manual-clock';

/** The media service on real HTTP, with time in the test's hands. */
export interface MediaApp {
  readonly media: MediaService;
  readonly clock: ManualClock;
  readonly module: TestingModule;
  close(): Promise<void>;
}

export async function startMedia(
  options: WhatsAppModuleOptions,
  clock = new ManualClock(),
): Promise<MediaApp> {
  const module = await Test.createTestingModule({
    imports: [HttpModule],
    providers: [
      { provide: WHATSAPP_OPTIONS, useValue: options },
      { provide: Clock, useValue: clock },
      ...accountProviders,
      ...graphProviders,
      ...mediaProviders,
    ],
  }).compile();
  await module.init();
  return { media: module.get(MediaService), clock, module, close: () => module.close() };
}

/** Moves time on until a promise settles, but not while the server works, which would be a time-out. */
export async function settle<T>(promise: Promise<T>, clock: ManualClock, server: ScriptedServer): Promise<T> {
  let settled = false;
  const done = (): void => void (settled = true);
  promise.then(done, done);
  while (!settled) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (server.busy === 0) await clock.advance(250);
  }
  return promise;
}

/** A request as a server saw it, read to its end. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly token: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

type Respond = (response: ServerResponse, request: SeenRequest) => void | Promise<void>;

/** A server that does what a test says, request by request, and counts its sockets. */
export class ScriptedServer {
  readonly seen: SeenRequest[] = [];
  readonly sockets = new Set<Socket>();
  /** Answers that have not ended. */
  busy = 0;
  private readonly script: Respond[] = [];
  private readonly server: Server;
  /** Looks at a request before its body is read. */
  onRequest: (request: IncomingMessage, response: ServerResponse) => boolean = () => false;

  private constructor() {
    this.server = createServer((request, response) => {
      this.busy++;
      response.once('close', () => this.busy--);
      if (!this.onRequest(request, response)) void this.answer(request, response);
    });
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    });
  }

  static async start(): Promise<ScriptedServer> {
    const scripted = new ScriptedServer();
    await new Promise<void>((resolve) => scripted.server.listen(0, '127.0.0.1', resolve));
    return scripted;
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `http://${this.host}`;
  }

  /** What the next requests get, in this order. */
  replies(...responses: Respond[]): void {
    this.script.push(...responses);
  }

  json(body: unknown, status = 200): Respond {
    return (response) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
  }

  /** Waits until no answer is under way; kept-alive connections may stay. */
  async quiet(): Promise<void> {
    while (this.busy > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  /** Waits until no client is connected. */
  async idle(): Promise<void> {
    while (this.sockets.size > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return; // the client went away
    }
    const { method = '', url = '', headers } = request;
    const seen = { method, url, token: headers.authorization, headers, body: Buffer.concat(chunks) };
    this.seen.push(seen);
    const respond = this.script.shift();
    if (respond) await respond(response, seen);
    else response.writeHead(500).end('no reply scripted');
  }
}
