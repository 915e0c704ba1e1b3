/** A file on its way in a session that can be resumed. */
export interface UploadSession {
  readonly fileName: string;
  readonly mimeType: string;
  /** Bytes of the whole file. */
  readonly size: number;
  /** What has arrived. */
  data: Buffer;
}
