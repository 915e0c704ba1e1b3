import { MAX_UPLOAD_BYTES, mediaProblem } from '../../rules/media.rules';
import { GraphRefusal } from '../graph-refusal';
import { MultipartError, readMultipart } from '../multipart-reader';
import type { MultipartPart } from '../multipart-reader';
import type { RouteHandler, RouteRequest } from '../route.interface';

/** The parts of an uploaded form, by name. */
export async function readForm(request: RouteRequest): Promise<Map<string, MultipartPart>> {
  try {
    // Leaving the loop must not destroy the request, which would cut off the answer too.
    const chunks = request.stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    const parts = await readMultipart(chunks, request.headers['content-type'], {
      maxBytes: MAX_UPLOAD_BYTES + 4096,
      maxParts: 20,
    });
    return new Map(parts.map((part) => [part.name, part]));
  } catch (error) {
    if (error instanceof MultipartError) throw new GraphRefusal(100, { details: error.message });
    throw error;
  }
}

const required = (name: string): GraphRefusal =>
  new GraphRefusal(100, { message: `(#100) The parameter ${name} is required.` });

/** `POST /{phone}/media`: keeps an uploaded file for 30 days. */
export const uploadMedia: RouteHandler = async (request, { state }) => {
  const form = await readForm(request);
  const file = form.get('file');
  const product = form.get('messaging_product')?.data.toString('utf8');
  const mimeType = form.get('type')?.data.toString('utf8') ?? file?.contentType;
  request.describeBody({
    messaging_product: product,
    type: mimeType,
    file: file && { filename: file.filename, contentType: file.contentType, bytes: file.data.length },
  });
  if (product !== 'whatsapp') throw required('messaging_product');
  if (file?.filename === undefined) throw required('file');
  if (mimeType === undefined) throw required('type');
  const problem = mediaProblem(mimeType, file.data.length);
  if (problem) throw new GraphRefusal(problem.code, problem);
  const media = state.media.add('upload', {
    phoneNumberId: request.id,
    mimeType,
    filename: file.filename,
    data: file.data,
  });
  return { body: { id: media.id } };
};
