import type { JsonObject } from '../model/json';
import { isObject } from '../model/json';

/** A file that a user picks in a PhotoPicker or DocumentPicker. @publicApi */
export interface PickedFile {
  /** The bytes, or text that stands for them. */
  data: Uint8Array | string;
  /** @default `IMG_0001.jpg`, `document-1.pdf`, ... */
  filename?: string;
  /** @default `image/jpeg` for photos, `application/pdf` for documents */
  mimeType?: string;
  /** The check that is to fail when the application decrypts the file. @default none */
  tamper?: FlowMediaTamper;
}

/**
 * How an encrypted file is altered. `encrypted_hash`: other bytes on the CDN. `hmac`: a wrong authentication code.
 * `decryption`: no valid padding. `plaintext_hash`: the hash of another file.
 * @publicApi
 */
export type FlowMediaTamper = 'encrypted_hash' | 'hmac' | 'decryption' | 'plaintext_hash';

/** A picked file, as the phone holds it until an action sends it. */
export class PickedMedia {
  constructor(
    readonly mediaId: string,
    readonly data: Buffer,
    readonly filename: string,
    readonly mimeType: string,
    readonly tamper: FlowMediaTamper | undefined,
  ) {}
}

/** The files of a value, when it is what a picker holds. */
export function pickedOf(value: unknown): readonly PickedMedia[] | undefined {
  const isPicked =
    Array.isArray(value) && value.length > 0 && value.every((each) => each instanceof PickedMedia);
  return isPicked ? value : undefined;
}

/** Whether picked files are anywhere in a value. */
export function holdsPicked(value: unknown): boolean {
  if (value instanceof PickedMedia) return true;
  if (Array.isArray(value)) return value.some(holdsPicked);
  return isObject(value) && Object.values(value).some(holdsPicked);
}

/** What stands for each picked file in a request or a message. */
export type MediaWriter = (file: PickedMedia) => JsonObject;
