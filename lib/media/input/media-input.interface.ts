/** Bytes held or read at a time. */
export const CHUNK_BYTES = 64 * 1024;

/** An opened source of media: what is known of it, and its bytes piece by piece. */
export interface MediaInput {
  /** Bytes in all, where known. */
  readonly size: number | undefined;
  readonly fileName: string | undefined;
  readonly mimeType: string | undefined;
  /** Whether `chunks` may be called again, and with an offset. */
  readonly replayable: boolean;
  /** The first bytes, `length` at most. Does not take them away from `chunks`. */
  head(length: number): Promise<Uint8Array>;
  /** The bytes from an offset on. */
  chunks(offset?: number): AsyncIterable<Uint8Array>;
  /** Frees what the source holds. May be called at any time, and twice. */
  close(): Promise<void>;
}
