import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';

/** The file of a form. */
export interface FormFile {
  readonly name: string;
  readonly fileName: string;
  readonly contentType: string;
}

const CRLF = '\r\n';

/** A form (`multipart/form-data`) with one file, written as a stream: the file is never held as a whole. */
export class MultipartForm {
  /** Value of the content type header. */
  readonly contentType: string;
  private readonly head: Buffer;
  private readonly tail: Buffer;

  constructor(fields: Readonly<Record<string, string>>, file: FormFile) {
    const boundary = `----${randomBytes(16).toString('hex')}`;
    const part = (headers: string): string =>
      `--${boundary}${CRLF}Content-Disposition: form-data; ${headers}`;
    const texts = Object.entries(fields).map(
      ([name, value]) => `${part(`name="${escape(name)}"`)}${CRLF}${CRLF}${value}${CRLF}`,
    );
    const opening =
      part(`name="${escape(file.name)}"; filename="${escape(file.fileName)}"`) +
      `${CRLF}Content-Type: ${file.contentType}${CRLF}${CRLF}`;
    this.contentType = `multipart/form-data; boundary=${boundary}`;
    this.head = Buffer.from(texts.join('') + opening);
    this.tail = Buffer.from(`${CRLF}--${boundary}--${CRLF}`);
  }

  /** Length of the whole form, bytes. */
  lengthWith(fileBytes: number): number {
    return this.head.length + fileBytes + this.tail.length;
  }

  /** The form around the bytes of its file. */
  stream(file: AsyncIterable<Uint8Array>): Readable {
    return Readable.from(this.chunks(file), { objectMode: false });
  }

  private async *chunks(file: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
    yield this.head;
    yield* file;
    yield this.tail;
  }
}

/** As the HTML standard writes names of forms. */
function escape(name: string): string {
  return name.replace(/"/g, '%22').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}
