import { createHash } from 'node:crypto';
import type { EmulatorState } from '../../model/emulator-state';
import type { UploadSession } from '../../model/upload-session';
import { unknownNode } from '../graph-refusal';
import { requiredText, requireThat } from '../required';
import type { RouteHandler, RouteRequest } from '../route.interface';

const TYPES = ['application/pdf', 'image/jpeg', 'image/jpg', 'image/png', 'video/mp4'];

/** `POST /{app}/uploads`: a session for one file. */
export const openUpload: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  const size = Number(requiredText(params, 'file_length'));
  const mimeType = requiredText(params, 'file_type');
  requireThat(Number.isInteger(size) && size > 0, 'file_length must be a number of bytes');
  requireThat(TYPES.includes(mimeType), `file_type must be one of {${TYPES.join(', ')}}`);
  const fileName = requiredText(params, 'file_name');
  const id = `upload:${state.ids.node()}`;
  state.uploads.set(id, { fileName, mimeType, size, data: Buffer.alloc(0) });
  // The query belongs to the id: it comes back with it, and says nothing to the emulator.
  return { body: { id: `${id}?sig=${state.ids.trace()}` } };
};

/** `GET /upload:{session}`: how many bytes have arrived. */
export const getUpload: RouteHandler = (request, { state }) => ({
  body: { id: request.id, file_offset: sessionOf(request, state).data.length },
});

/** `POST /upload:{session}`: bytes from an offset on; the handle comes once all are there. */
export const takeUpload: RouteHandler = async (request, { state }) => {
  const session = sessionOf(request, state);
  const offset = Number(request.headers['file_offset'] ?? 0);
  requireThat(offset === session.data.length, 'file_offset must be the number of bytes that have arrived');
  const chunks = request.stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const chunk of chunks) session.data = Buffer.concat([session.data, chunk]);
  request.describeBody({ bytes: session.data.length - offset });
  requireThat(session.data.length <= session.size, 'There are more bytes than file_length');
  if (session.data.length < session.size)
    return { body: { id: request.id, file_offset: session.data.length } };
  const name = Buffer.from(session.fileName).toString('base64');
  const type = Buffer.from(session.mimeType).toString('base64');
  return {
    body: { h: `4::${name}:${type}:${createHash('sha256').update(session.data).digest('base64url')}` },
  };
};

function sessionOf({ id, method }: RouteRequest, { uploads }: EmulatorState): UploadSession {
  const session = uploads.get(id);
  if (!session) throw unknownNode(method, id);
  return session;
}
