import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

/** A request to the application. */
export interface HttpExchange {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** Longest wait for the whole answer, milliseconds of real time. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** What is read of the answer at most, characters. @default 65536 */
  readonly maxAnswerLength?: number;
}

/** What came of it: a status and text, or the reason why there is none. */
export interface HttpOutcome {
  readonly status?: number;
  readonly text: string;
  readonly error?: string;
  readonly durationMs: number;
}

const MAX_ANSWER_LENGTH = 64 * 1024;

/**
 * One request on a connection of its own: a connection that is kept open may be closed by the other side at the very
 * moment it is used again, which would look like a failure of the application. Never rejects.
 */
export function exchange(url: string, options: HttpExchange): Promise<HttpOutcome> {
  const start = performance.now();
  const send = url.startsWith('https:') ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const finish = (outcome: Omit<HttpOutcome, 'durationMs'>): void => {
      clearTimeout(timer);
      resolve({ ...outcome, durationMs: performance.now() - start });
    };
    const request = send(url, {
      method: options.method,
      agent: false,
      headers: { ...options.headers, ...(options.body && { 'content-length': String(options.body.length) }) },
      ...(options.signal && { signal: options.signal }),
    });
    const timer = setTimeout(() => {
      request.destroy(new Error(`no answer within ${options.timeoutMs} ms`));
    }, options.timeoutMs);
    request.once('error', (error: NodeJS.ErrnoException) =>
      finish({ text: '', error: error.code ?? error.message }),
    );
    request.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        if (text.length < (options.maxAnswerLength ?? MAX_ANSWER_LENGTH)) text += chunk;
      });
      response.once('error', (error: NodeJS.ErrnoException) =>
        finish({ text, error: error.code ?? error.message }),
      );
      response.once('end', () => finish({ status: response.statusCode ?? 0, text }));
    });
    request.end(options.body);
  });
}
