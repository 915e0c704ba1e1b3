import type { JsonObject } from '../../model/json';
import type { EmulatedQrCode } from '../../model/number-record';
import type { EmulatorState } from '../../model/emulator-state';
import { pageOf } from '../graph-page';
import { unknownNode } from '../graph-refusal';
import type { RouteHandler } from '../route.interface';
import { paramsOf, requiredText, requireThat } from '../required';

const EDGE = 'message_qrdls';

/** `POST /{phone}/message_qrdls`: creates; with a code, updates. */
export const writeQrCode: RouteHandler = async (request, { state }) => {
  const params = await paramsOf(request);
  const prefilledMessage = requiredText(params, 'prefilled_message');
  requireThat(prefilledMessage.length <= 140, 'prefilled_message must have at most 140 characters');
  const { qrCodes } = state.numberRecords.of(request.id);
  const format = params['generate_qr_image'];
  requireThat(format === undefined || format === 'PNG' || format === 'SVG', 'generate_qr_image: PNG or SVG');
  const known = params['code'] === undefined ? undefined : requiredText(params, 'code');
  if (known !== undefined && !qrCodes.has(known)) throw unknownNode('POST', known);
  const qrCode = { code: known ?? state.ids.qrCode(), prefilledMessage };
  qrCodes.set(qrCode.code, qrCode);
  return { body: qrNode(qrCode, format, state) };
};

/** `GET /{phone}/message_qrdls`. */
export const listQrCodes: RouteHandler = (request, { state }) => {
  const all = [...state.numberRecords.of(request.id).qrCodes.values()];
  const only = request.query.get('code');
  const nodes = all
    .filter(({ code }) => only === null || code === only)
    .map((qrCode) => qrNode(qrCode, imageFormat(request.query), state));
  return { body: pageOf(nodes, request, EDGE, state) };
};

/** `GET /{phone}/message_qrdls/{code}`: a list of one. */
export const getQrCode: RouteHandler = ({ id, tail, query, method }, { state }) => {
  const qrCode = state.numberRecords.of(id).qrCodes.get(tail);
  if (!qrCode) throw unknownNode(method, tail);
  return { body: { data: [qrNode(qrCode, imageFormat(query), state)] } };
};

/** `DELETE /{phone}/message_qrdls/{code}`. */
export const deleteQrCode: RouteHandler = ({ id, tail, method }, { state }) => {
  if (!state.numberRecords.of(id).qrCodes.delete(tail)) throw unknownNode(method, tail);
  return { body: { success: true } };
};

function imageFormat(query: URLSearchParams): string | undefined {
  return /qr_image_url\.format\((\w+)\)/.exec(query.get('fields') ?? '')?.[1];
}

function qrNode(
  { code, prefilledMessage }: EmulatedQrCode,
  format: string | undefined,
  state: EmulatorState,
): JsonObject {
  return {
    code,
    prefilled_message: prefilledMessage,
    deep_link_url: `https://wa.me/message/${code}`,
    ...(format !== undefined && {
      qr_image_url: `${state.media.baseUrl}/qr/${code}.${format.toLowerCase()}`,
    }),
  };
}
