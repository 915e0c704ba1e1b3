import type { JsonObject } from '../../model/json';
import type { EmulatedQrCode } from '../../model/number-record';
import type { EmulatorState } from '../../model/emulator-state';
import { parseFields } from '../field-query';
import { pageOf } from '../graph-page';
import { GraphRefusal, unknownNode } from '../graph-refusal';
import type { RouteHandler } from '../route.interface';
import { plainText, requiredText, requireThat } from '../required';

const EDGE = 'message_qrdls';
const MAX_QR_CODES = 2000;
const DEFAULT_FIELDS = ['code', 'prefilled_message', 'deep_link_url'];
const FIELDS = [...DEFAULT_FIELDS, 'creation_time', 'qr_image_url'];

/** `POST /{phone}/message_qrdls`: creates; with a code, which some write into the path, updates. */
export const writeQrCode: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  const prefilledMessage = requiredText(params, 'prefilled_message');
  requireThat(prefilledMessage.length <= 140, 'prefilled_message must have at most 140 characters');
  const { qrCodes } = state.numberRecords.of(request.id);
  const format = plainText(params['generate_qr_image'])?.toUpperCase();
  requireThat(format === undefined || format === 'PNG' || format === 'SVG', 'generate_qr_image: PNG or SVG');
  const known = request.tail || plainText(params['code']);
  if (known !== undefined && !qrCodes.has(known)) throw unknownNode('POST', known);
  requireThat(
    known !== undefined || qrCodes.size < MAX_QR_CODES,
    `A phone number may have ${MAX_QR_CODES} QR codes`,
  );
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
    .map((qrCode) => selected(qrCode, request.query, state));
  return { body: pageOf(nodes, request, EDGE, state, { maxLimit: 25 }) };
};

/** `GET /{phone}/message_qrdls/{code}`: a list of one. */
export const getQrCode: RouteHandler = ({ id, tail, query, method }, { state }) => {
  const qrCode = state.numberRecords.of(id).qrCodes.get(tail);
  if (!qrCode) throw unknownNode(method, tail);
  return { body: { data: [selected(qrCode, query, state)] } };
};

/** `DELETE /{phone}/message_qrdls/{code}`. */
export const deleteQrCode: RouteHandler = ({ id, tail, method }, { state }) => {
  if (!state.numberRecords.of(id).qrCodes.delete(tail)) throw unknownNode(method, tail);
  return { body: { success: true } };
};

/** A QR code with the fields that are asked for. The image comes in a format: `qr_image_url.format(SVG)`. */
function selected(qrCode: EmulatedQrCode, query: URLSearchParams, state: EmulatorState): JsonObject {
  const asked = query.get('fields');
  const fields = asked === null ? [] : parseFields(asked);
  const unknown = fields.find(({ name }) => !FIELDS.includes(name));
  if (unknown)
    throw new GraphRefusal(100, { message: `(#100) Tried accessing nonexisting field (${unknown.name})` });
  const format = fields.find(({ name }) => name === 'qr_image_url')?.args.get('format') ?? 'PNG';
  const names = new Set(asked === null ? DEFAULT_FIELDS : ['code', ...fields.map(({ name }) => name)]);
  const node = Object.entries(qrNode(qrCode, format, state));
  return Object.fromEntries(node.filter(([name]) => names.has(name)));
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
