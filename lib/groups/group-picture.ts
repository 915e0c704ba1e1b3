import type { PayloadIssue } from '../errors/payload-validation.error';
import { GROUP_LIMITS } from './group-limits';
import { jpegSize } from './jpeg-size';

/** A JPEG: square, sides of 192 pixels and more, at most 5 MB. @publicApi */
export type GroupPicture = Uint8Array | Blob;

/** The bytes of a picture, whatever it came as; `undefined` for anything else. */
export async function pictureBytes(picture: unknown): Promise<Uint8Array | undefined> {
  if (picture instanceof Uint8Array) return picture;
  return picture instanceof Blob ? new Uint8Array(await picture.arrayBuffer()) : undefined;
}

/** What Meta would refuse about a picture. */
export function pictureIssues(bytes: Uint8Array | undefined): PayloadIssue[] {
  const message = problem(bytes);
  return message === undefined ? [] : [{ path: 'picture', message }];
}

function problem(bytes: Uint8Array | undefined): string | undefined {
  if (bytes === undefined) return 'must be a Buffer, Uint8Array or Blob';
  if (bytes.length > GROUP_LIMITS.pictureBytes.max)
    return `must have at most 5 MB, has ${bytes.length} bytes`;
  const size = jpegSize(bytes);
  if (!size) return 'must be a JPEG';
  if (size.width !== size.height) return 'must be square';
  return size.width < GROUP_LIMITS.pictureSide.min
    ? `must have sides of at least ${GROUP_LIMITS.pictureSide.min} pixels`
    : undefined;
}
