import type { Readable } from 'node:stream';

/** A body that is opened anew for each attempt, so that a streamed request can be repeated. */
export class StreamBody {
  /** @param open gives a fresh stream, from the first byte on */
  constructor(readonly open: () => Readable) {}
}
