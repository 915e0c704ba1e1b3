import type { EmulatedNumber } from '../model/emulated-number.interface';
import type { EmulatorState } from '../model/emulator-state';
import { isObject, objectsOf } from '../model/json';
import type { JsonObject } from '../model/json';
import { GraphRefusal } from '../server/graph-refusal';
import type { Recipient } from '../server/recipient';

/** Whether a message asks for call permission, free-form or as a template. */
function asksForPermission(body: JsonObject): boolean {
  const { interactive, template } = body;
  if (isObject(interactive)) return interactive['type'] === 'call_permission_request';
  return (
    isObject(template) &&
    objectsOf(template['components']).some(
      ({ type }) => String(type).toLowerCase() === 'call_permission_request',
    )
  );
}

/** Counts a request for call permission. @throws GraphRefusal when it is one too many, or needless */
export function noteCallPermissionRequest(
  body: JsonObject,
  recipient: Recipient,
  number: EmulatedNumber,
  { calling }: EmulatorState,
): void {
  const [person] = recipient.people;
  if (!person || !asksForPermission(body)) return;
  const pair = [number.phoneNumberId, person.profile.userId] as const;
  if (calling.permissions.isPermanent(...pair)) throw new GraphRefusal(138017);
  if (!calling.permissions.mayRequest(...pair)) throw new GraphRefusal(138009);
  calling.permissions.requested(...pair);
}
