import type { EmulatedNumber } from '../model/emulated-number.interface';
import type { EmulatorState } from '../model/emulator-state';
import { isObject } from '../model/json';
import type { JsonObject } from '../model/json';
import { GraphRefusal } from '../server/graph-refusal';
import type { Recipient } from '../server/recipient';

/** Counts a free-form request for call permission. @throws GraphRefusal when it is one too many, or needless */
export function noteCallPermissionRequest(
  body: JsonObject,
  recipient: Recipient,
  number: EmulatedNumber,
  { calling }: EmulatorState,
): void {
  const [person] = recipient.people;
  const { interactive } = body;
  if (!person || !isObject(interactive) || interactive['type'] !== 'call_permission_request') return;
  const pair = [number.phoneNumberId, person.profile.userId] as const;
  if (calling.permissions.isPermanent(...pair)) throw new GraphRefusal(138017);
  if (!calling.permissions.mayRequest(...pair)) throw new GraphRefusal(138009);
  calling.permissions.requested(...pair);
}
