import { PayloadValidationError } from '../errors/payload-validation.error';
import type { MediaReference } from './media-options.interface';

/** What is known of media before it is downloaded. */
export interface KnownMedia {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly mimeType?: string | undefined;
  readonly sha256?: string | undefined;
  readonly size?: number | undefined;
  readonly fileName?: string | undefined;
}

/** Media that can be fetched. */
export type LocatedMedia = KnownMedia & { readonly url: string };

/** @throws PayloadValidationError when a reference names neither id nor URL. */
export function readReference(reference: MediaReference): KnownMedia {
  if (typeof reference === 'string') {
    if (/^https?:\/\//i.test(reference) && URL.canParse(reference)) return byUrl(new URL(reference));
    if (reference !== '') return { id: reference };
  } else if (reference instanceof URL) {
    return byUrl(reference);
  } else if (typeof reference === 'object' && reference !== null) {
    if ('cdn_url' in reference) throw refused('is an encrypted file of a flow: use `decrypt`');
    const { url, size, sha256, mimeType, mime_type, filename, file_name } = reference;
    const id = idOf(reference.id);
    const located = url ? byUrl(url) : {};
    const facts = { sha256, size, mimeType: mimeType ?? mime_type, fileName: filename ?? file_name };
    if (id) return { ...located, ...facts, id };
    if (url) return { ...located, ...facts };
  }
  throw refused('must be a media id, a download URL, or an object with `id` or `url`');
}

/** Numbers above 2^53 have lost digits when they were parsed: they would name other media. */
function idOf(id: string | number | undefined): string | undefined {
  if (typeof id !== 'number') return id;
  if (Number.isSafeInteger(id) && id > 0) return String(id);
  throw refused('has an `id` that is no whole number, or too large for one: pass it as text');
}

function refused(message: string): PayloadValidationError {
  return new PayloadValidationError('media', [{ path: 'media', message }]);
}

/** Meta's download URLs name the media, so that a fresh one can be asked for. */
function byUrl(url: URL | string): KnownMedia {
  const text = url.toString();
  const id = URL.canParse(text) ? new URL(text).searchParams.get('mid') : null;
  return { url: text, ...(id && { id }) };
}
