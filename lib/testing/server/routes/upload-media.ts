import { textOf } from '../../model/json';
import { mediaProblem } from '../../rules/media.rules';
import { GraphRefusal } from '../graph-refusal';
import { requireProduct } from '../required';
import type { RouteHandler } from '../route.interface';

const required = (name: string): GraphRefusal =>
  new GraphRefusal(100, { message: `(#100) The parameter ${name} is required.` });

/** `POST /{phone}/media`: keeps an uploaded file for 30 days. */
export const uploadMedia: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  const file = (await request.files()).get('file');
  requireProduct(params);
  if (!file) throw required('file');
  const mimeType = textOf(params['type']) ?? file.contentType;
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
