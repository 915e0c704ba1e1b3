import { createServer } from 'node:http';
import type {
  IncomingHttpHeaders,
  IncomingMessage,
  OutgoingHttpHeaders,
  Server,
  ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A request as it arrived. */
export interface ArrivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** Complete when `ended`. */
  body: Buffer;
  ended: boolean;
}

/** What the server does with one request. */
export type Fault = (request: ArrivedRequest, response: ServerResponse, socket: Socket) => void;

const json = { 'content-type': 'application/json; charset=UTF-8' };

/** Faults that run when the whole request has arrived. */
export const fault = {
  reply:
    (status: number, body: unknown = {}, headers: OutgoingHttpHeaders = json): Fault =>
    (_request, response) => {
      response
        .writeHead(status, headers)
        .end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
    },
  graphError: (status: number, error: object, headers: OutgoingHttpHeaders = {}): Fault =>
    fault.reply(
      status,
      { error: { message: 'x', type: 'OAuthException', ...error } },
      { ...json, ...headers },
    ),
  html: (status: number): Fault =>
    fault.reply(status, '<html><body>Bad Gateway</body></html>', { 'content-type': 'text/html' }),
  redirect: (location: string, status = 302): Fault => fault.reply(status, '', { location }),
  /** The whole request has arrived, and the connection is reset before anything is answered. */
  reset: (): Fault => (_request, _response, socket) => void socket.resetAndDestroy(),
  /** A success whose JSON ends too early, though HTTP says it is complete. */
  truncatedJson: (): Fault => fault.reply(200, '{"messages":[{"id":"wamid.'),
  /** Headers and a part of the body, then a reset. */
  resetInBody: (): Fault => (_request, response, socket) => {
    response.writeHead(200, { ...json, 'content-length': 1000 });
    response.write('{"messages":', () => socket.resetAndDestroy());
  },
  /** Headers and a part of the body, then silence. */
  stallInBody: (): Fault => (_request, response) => {
    response.writeHead(200, { ...json, 'content-length': 1000 });
    response.write('{"messages":');
  },
  neverAnswers: (): Fault => () => undefined,
  /** A good answer, after which the idle connection is closed without notice. */
  closeIdle: (): Fault => (request, response, socket) => {
    response.on('finish', () => setImmediate(() => socket.destroy()));
    fault.reply(200, { ok: true })(request, response, socket);
  },
};

/** An HTTP server on loopback that misbehaves as told, one fault for each request, and else answers `{"ok":true}`. */
export class FaultServer {
  readonly requests: ArrivedRequest[] = [];
  /** Connections opened so far. */
  connections = 0;
  private readonly faults: Fault[] = [];
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FaultServer> {
    const http = createServer({ keepAliveTimeout: 60_000 });
    const server = new FaultServer(http);
    http.on('connection', (socket) => server.track(socket));
    http.on('request', (request, response) => server.serve(request, response));
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    return server;
  }

  /** A port on which nobody listens. */
  static async deadPort(): Promise<number> {
    const server = await FaultServer.start();
    const { port } = server;
    await server.stop();
    return port;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** `127.0.0.1:port` */
  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** Connections that are open now. */
  get open(): number {
    return this.sockets.size;
  }

  /** What happens to the next requests. */
  next(...faults: readonly Fault[]): void {
    this.faults.push(...faults);
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private track(socket: Socket): void {
    this.connections++;
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
  }

  private serve(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url = '', headers } = request;
    const arrived: ArrivedRequest = { method, url, headers, body: Buffer.alloc(0), ended: false };
    this.requests.push(arrived);
    const act = this.faults.shift() ?? fault.reply(200, { ok: true });
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => undefined);
    request.on('end', () => {
      arrived.body = Buffer.concat(chunks);
      arrived.ended = true;
      act(arrived, response, request.socket);
    });
  }
}

/** Waits until a condition holds, looking again and again: sockets give no sign. Gives up after some thousand looks. */
export async function until(condition: () => boolean): Promise<void> {
  for (let looks = 0; !condition(); looks++) {
    if (looks > 4000) throw new Error(`Waited in vain until ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
