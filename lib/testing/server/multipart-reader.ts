/** One part of a form. */
export interface MultipartPart {
  readonly name: string;
  readonly filename?: string | undefined;
  /** Content type of the part. */
  readonly contentType?: string | undefined;
  readonly data: Buffer;
}

/** Limits of a form. */
export interface MultipartLimits {
  /** Bytes of all parts together. */
  readonly maxBytes: number;
  readonly maxParts: number;
}

/** The body is not a form, or exceeds a limit. */
export class MultipartError extends Error {}

const MAX_HEADER_BYTES = 16 * 1024;
const CRLF = '\r\n';

/** The delimiter that a content type names; undefined when it is not a form. */
function delimiterOf(contentType: string | undefined): Buffer | undefined {
  const boundary = /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType ?? '');
  const text = boundary?.[1] ?? boundary?.[2];
  return text === undefined ? undefined : Buffer.from(`${CRLF}--${text}`, 'latin1');
}

function parameter(header: string, name: string): string | undefined {
  const quoted = new RegExp(`;\\s*${name}="((?:[^"\\\\]|\\\\.)*)"`, 'i').exec(header)?.[1];
  if (quoted !== undefined) {
    return quoted.replace(/\\(["\\])/g, '$1').replace(/%(22|0D|0A)/g, (escape) => decodeURIComponent(escape));
  }
  return new RegExp(`;\\s*${name}=([^\\s;"]+)`, 'i').exec(header)?.[1];
}

/** The form of RFC 5987, `name*=utf-8''...`, in which some clients write names that are not ASCII. */
function extendedParameter(header: string, name: string): string | undefined {
  const value = new RegExp(`;\\s*${name}\\*="?utf-8'[^']*'([^\\s;"]+)`, 'i').exec(header)?.[1];
  try {
    return value === undefined ? undefined : decodeURIComponent(value);
  } catch {
    return value;
  }
}

function parseHeader(block: string): Omit<MultipartPart, 'data'> {
  const fields = new Map<string, string>();
  for (const line of block.split(CRLF)) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const disposition = fields.get('content-disposition') ?? '';
  const name = parameter(disposition, 'name');
  if (name === undefined) throw new MultipartError('A part of the form has no name.');
  const filename = extendedParameter(disposition, 'filename') ?? parameter(disposition, 'filename');
  return { name, filename, contentType: fields.get('content-type') };
}

/**
 * Reads a form of `multipart/form-data` from a stream: each byte is looked at once, and the limits hold while it is read.
 * @throws MultipartError
 */
export async function readMultipart(
  stream: AsyncIterable<Buffer>,
  contentType: string | undefined,
  limits: MultipartLimits,
): Promise<MultipartPart[]> {
  const delimiter = delimiterOf(contentType);
  if (!delimiter) throw new MultipartError('The body is not multipart/form-data with a boundary.');
  const form = new FormParser(delimiter, limits);
  for await (const chunk of stream) form.push(chunk);
  return form.end();
}

class FormParser {
  private readonly parts: MultipartPart[] = [];
  private state: 'preamble' | 'after-delimiter' | 'header' | 'data' | 'done' = 'preamble';
  /** Unread bytes. Begins with a line end, because the first delimiter has none before it. */
  private rest: Buffer = Buffer.from(CRLF, 'latin1');
  private header: Omit<MultipartPart, 'data'> | undefined;
  private chunks: Buffer[] = [];
  private bytes = 0;

  constructor(
    private readonly delimiter: Buffer,
    private readonly limits: MultipartLimits,
  ) {}

  push(chunk: Buffer): void {
    if (this.state === 'done') return;
    this.rest = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    while (this.step());
  }

  end(): MultipartPart[] {
    if (this.state !== 'done') throw new MultipartError('The form ends in the middle of a part.');
    return this.parts;
  }

  /** Takes one token from the unread bytes; false when more bytes are needed. */
  private step(): boolean {
    switch (this.state) {
      case 'preamble':
      case 'data':
        return this.readUntilDelimiter();
      case 'after-delimiter':
        return this.readDelimiterEnd();
      case 'header':
        return this.readHeader();
      case 'done':
        return false;
    }
  }

  private readUntilDelimiter(): boolean {
    const end = this.rest.indexOf(this.delimiter);
    // The delimiter may begin in this chunk and end in the next: its length less one stays unread.
    const safe = end >= 0 ? end : Math.max(0, this.rest.length - this.delimiter.length + 1);
    if (this.state === 'data') this.keep(this.rest.subarray(0, safe));
    this.rest = this.rest.subarray(end >= 0 ? end + this.delimiter.length : safe);
    if (end < 0) return false;
    if (this.state === 'data') this.finishPart();
    this.state = 'after-delimiter';
    return true;
  }

  private readDelimiterEnd(): boolean {
    // White space may stand between a boundary and its line end.
    while (this.rest[0] === 0x20 || this.rest[0] === 0x09) this.rest = this.rest.subarray(1);
    if (this.rest.length < 2) return false;
    const mark = this.rest.toString('latin1', 0, 2);
    if (mark === '--') {
      this.state = 'done';
      return false;
    }
    if (mark !== CRLF) throw new MultipartError('A boundary of the form is followed by other text.');
    // The line end stays, so that a part without headers ends its header block like any other.
    this.state = 'header';
    return true;
  }

  private readHeader(): boolean {
    const end = this.rest.indexOf(CRLF + CRLF, 0, 'latin1');
    if (end < 0) {
      if (this.rest.length > MAX_HEADER_BYTES)
        throw new MultipartError('The headers of a part are too long.');
      return false;
    }
    if (this.parts.length >= this.limits.maxParts) throw new MultipartError('The form has too many parts.');
    this.header = parseHeader(this.rest.toString('utf8', 2, end));
    this.rest = this.rest.subarray(end + 4);
    this.state = 'data';
    return true;
  }

  private keep(data: Buffer): void {
    this.bytes += data.length;
    if (this.bytes > this.limits.maxBytes) throw new MultipartError('The form is too large.');
    if (data.length > 0) this.chunks.push(data);
  }

  private finishPart(): void {
    if (this.header) this.parts.push({ ...this.header, data: Buffer.concat(this.chunks) });
    this.chunks = [];
  }
}
