import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonObject } from '../model/json';
import type { EmulatorState } from '../model/emulator-state';
import { isAnswer } from './fault';
import type { FaultOptions, Faults } from './fault';
import { GraphRefusal } from './graph-refusal';
import { RequestBody } from './request-body';
import { publicHeaders, publicQuery } from './recorded-request';
import type { RecordedRequest, RequestRecord } from './recorded-request';
import type { RouteAnswer, RouteContext, RouteRequest } from './route.interface';
import { parsePath, tailOf } from './router';
import type { GraphPath, Router } from './router';

/** What the server needs to work. */
export interface GraphServerOptions {
  readonly context: RouteContext;
  readonly router: Router;
  readonly faults: Faults;
  /** Called when a request begins; the record is completed with the answer. */
  readonly onRequest: (record: RecordedRequest) => void;
  /** Called when it was answered, or cut off. */
  readonly onAnswer: (record: RecordedRequest) => void;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly target: GraphPath;
  readonly record: RequestRecord;
  readonly body: RequestBody;
}

/** The HTTP side of the emulator: reads requests, finds their route and writes what it answers. */
export class GraphServer {
  private readonly server: Server;

  constructor(private readonly options: GraphServerOptions) {
    this.server = createServer((request, response) => void this.serve(request, response));
    // A client must never lose a request to a connection that the server happens to close at that moment.
    this.server.keepAliveTimeout = 0;
  }

  /** Listens and resolves with the base URL. */
  async listen(host: string, port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, resolve);
    });
    const { address, family, port: actual } = this.server.address() as AddressInfo;
    return `http://${family === 'IPv6' ? `[${address}]` : address}:${actual}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  private get state(): EmulatorState {
    return this.options.context.state;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A connection that breaks is the client's business: what was done stays done.
    request.on('error', () => undefined);
    const url = new URL(`http://emulator${request.url ?? '/'}`);
    const target = parsePath(url.pathname);
    const method = request.method ?? 'GET';
    const record: RequestRecord = {
      at: this.state.clock.now(),
      method,
      path: target.path,
      version: target.version,
      query: publicQuery(url.searchParams),
      headers: publicHeaders(request.headers),
      body: undefined,
      status: undefined,
      code: undefined,
    };
    this.options.onRequest(record);
    const fault = this.options.faults.take(method, target.path);
    const body = new RequestBody(request, url.searchParams, (description) => {
      record.body = description;
    });
    if (fault?.delayMs !== undefined) await this.delay(body, fault.delayMs);
    const end = this.state.activity.begin();
    try {
      if (fault?.resetSocket === true) return reset(request);
      const answer =
        fault && isAnswer(fault)
          ? await this.failed(body, fault, record)
          : await this.answer({ request, url, target, record, body });
      if (fault?.resetSocket === 'after') reset(request);
      else await this.write(response, answer, record, fault);
      await answer.after?.();
    } finally {
      this.options.onAnswer(record);
      end();
    }
  }

  private async answer({ request, url, target, record, body }: Exchange): Promise<RouteAnswer> {
    try {
      const token = await body.token();
      const routed = record.method === 'HEAD' ? 'GET' : record.method;
      const { route, number } = this.options.router.match(routed, target, token);
      const routeRequest: RouteRequest = {
        method: record.method,
        id: target.id,
        tail: tailOf(route, target.rest),
        query: url.searchParams,
        headers: request.headers,
        number,
        token,
        stream: request,
        params: () => body.params(),
        files: () => body.files(),
        describeBody: (description) => {
          record.body = description;
        },
      };
      return await route.handle(routeRequest, this.options.context);
    } catch (error) {
      if (request.errored) return { body: Buffer.alloc(0) };
      return this.refused(error, record);
    }
  }

  private async failed(body: RequestBody, fault: FaultOptions, record: RequestRecord): Promise<RouteAnswer> {
    await body.drain();
    if (fault.body !== undefined) {
      const isText = typeof fault.body === 'string';
      return {
        status: fault.status ?? 500,
        body: isText ? Buffer.from(fault.body as string) : (fault.body as JsonObject),
        headers: isText ? { 'content-type': 'text/html; charset=utf-8' } : {},
      };
    }
    if (fault.code === undefined) return { status: fault.status ?? 500, body: Buffer.alloc(0) };
    return this.refused(new GraphRefusal(fault.code, fault), record);
  }

  private refused(error: unknown, record: RequestRecord): RouteAnswer {
    const refusal = error instanceof GraphRefusal ? error : new GraphRefusal(1, { details: String(error) });
    record.code = refusal.code;
    this.state.transcript.add({
      kind: 'refused',
      at: this.state.clock.now(),
      request: `${record.method} ${record.path}`,
      code: refusal.code,
      reason: refusal.reason,
    });
    return { status: refusal.status, body: refusal.toBody(this.state.ids.trace()) };
  }

  private async write(
    response: ServerResponse,
    answer: RouteAnswer,
    record: RequestRecord,
    fault?: FaultOptions,
  ): Promise<void> {
    const isBytes = Buffer.isBuffer(answer.body);
    const bytes = isBytes ? answer.body : Buffer.from(JSON.stringify(answer.body));
    record.status = answer.status ?? 200;
    response.writeHead(record.status, {
      ...(!isBytes && { 'content-type': 'application/json; charset=UTF-8' }),
      'content-length': String(bytes.length),
      ...answer.headers,
      ...fault?.headers,
    });
    if (response.destroyed) return;
    await new Promise<void>((resolve) => {
      response.once('close', resolve);
      response.end(bytes, resolve);
    });
  }

  /** The body is read first, so that the request takes effect even if the client does not wait for it. */
  private async delay(body: RequestBody, ms: number): Promise<void> {
    await body.drain();
    await new Promise<void>((resolve) => {
      this.state.clock.schedule(resolve, ms);
    });
  }
}

/** Cuts the connection as a broken network does. */
function reset(request: IncomingMessage): void {
  request.socket.resetAndDestroy();
}
