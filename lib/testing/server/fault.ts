import type { JsonObject } from '../model/json';

/** What shall go wrong, and with which request. @publicApi */
export interface FaultOptions {
  /** Path without version: the whole of it, a pattern, or its end such as `/messages`. @default any path */
  path?: string | RegExp;
  /** HTTP method. @default any method */
  method?: string;
  /** HTTP status of the answer. @default the usual one of the code, else 500 */
  status?: number;
  /** Error code: the answer is Meta's error body. */
  code?: number;
  subcode?: number;
  /** Goes into `error_data.details`. */
  details?: string;
  /** The answer itself: an object goes out as JSON, text as it is (an HTML page, broken JSON). */
  body?: JsonObject | string;
  /** Headers of the answer, e.g. `Retry-After`. */
  headers?: Readonly<Record<string, string>>;
  /**
   * Reset the connection instead of answering. `true`: before the request takes effect. `'after'`: the request takes
   * effect, and only its answer is lost.
   */
  resetSocket?: boolean | 'after';
  /** Milliseconds by the emulator's clock before the request is looked at; with a stepped clock until `advance`. */
  delayMs?: number;
  /** How many requests. @default 1 */
  times?: number;
}

/** Faults that tests have asked for, first come first served. */
export class Faults {
  private readonly list: { readonly options: FaultOptions; left: number }[] = [];

  add(options: FaultOptions): void {
    this.list.push({ options, left: options.times ?? 1 });
  }

  /** The fault for this request, which is used up by it. */
  take(method: string, path: string): FaultOptions | undefined {
    const index = this.list.findIndex(({ options }) => applies(options, method, path));
    const fault = this.list[index];
    if (!fault) return undefined;
    if (--fault.left <= 0) this.list.splice(index, 1);
    return fault.options;
  }

  clear(): void {
    this.list.length = 0;
  }
}

function applies(options: FaultOptions, method: string, path: string): boolean {
  if (options.method !== undefined && options.method.toUpperCase() !== method) return false;
  if (options.path === undefined) return true;
  return typeof options.path === 'string' ? path.endsWith(options.path) : path.search(options.path) >= 0;
}

/** Whether the fault is in the answer; else the request is treated as usual. */
export function isAnswer({ status, code, body }: FaultOptions): boolean {
  return status !== undefined || code !== undefined || body !== undefined;
}
