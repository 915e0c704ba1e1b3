import { IsOptional } from 'class-validator';
import { ENVELOPE_LIMITS } from '../limits';
import { Rule } from '../rule.decorator';
import { lengthProblem } from './code-point-length.decorator';

/** The application's own data as it travels with a message or a call: text as it is, an object as JSON. */
export function encodeOpaqueData(data: string | object): string {
  return typeof data === 'string' ? data : JSON.stringify(data);
}

/** Data of the application that comes back in webhooks: text, or an object that is sent as JSON, up to 512 characters. */
export function OpaqueData(): PropertyDecorator {
  return (target, property) => {
    IsOptional()(target, property);
    Rule('opaqueData', opaqueDataProblem, {
      oneOf: [{ type: 'string' }, { type: 'object', additionalProperties: true }],
    })(target, property);
  };
}

function opaqueDataProblem(value: unknown): string | undefined {
  let data: unknown;
  try {
    data = encodeOpaqueData(value as object);
  } catch {
    return 'must be text or an object that JSON can hold';
  }
  return lengthProblem(data, ENVELOPE_LIMITS.correlation);
}
