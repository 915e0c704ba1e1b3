const KB = 1024;
const MB = 1024 * KB;

/** Largest form that the upload takes. */
export const MAX_UPLOAD_BYTES = 100 * MB;

/** Types that the upload takes, and their largest size in bytes. */
const MAX_BYTES: Readonly<Record<string, number>> = {
  'image/jpeg': 5 * MB,
  'image/png': 5 * MB,
  'image/webp': 500 * KB,
  'audio/aac': 16 * MB,
  'audio/amr': 16 * MB,
  'audio/mpeg': 16 * MB,
  'audio/mp4': 16 * MB,
  'audio/ogg': 16 * MB,
  'video/mp4': 16 * MB,
  'video/3gpp': 16 * MB,
  'text/plain': 100 * MB,
  'application/pdf': 100 * MB,
  'application/msword': 100 * MB,
  'application/vnd.ms-excel': 100 * MB,
  'application/vnd.ms-powerpoint': 100 * MB,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 100 * MB,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 100 * MB,
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 100 * MB,
};

/** Why an upload of this type and size is refused; undefined when it is taken. */
export function mediaProblem(mimeType: string, bytes: number): { code: number; details: string } | undefined {
  const base = (mimeType.split(';')[0] ?? '').trim().toLowerCase();
  const limit = MAX_BYTES[base];
  if (limit === undefined) {
    const known = Object.keys(MAX_BYTES).join(', ');
    return {
      code: 100,
      details: `Param file must be a file with one of the following types: ${known}. Received file of type '${base}'.`,
    };
  }
  if (bytes > limit)
    return { code: 131053, details: `Files of type ${base} may have ${limit} bytes at most.` };
  return undefined;
}
