import type { EmulatedNumber } from '../model/emulated-number.interface';
import type { EmulatorState } from '../model/emulator-state';
import { GraphRefusal } from './graph-refusal';
import type { Recipient } from './recipient';

/** A number that is not registered cannot send, where the emulator insists on it; nobody can write to who is blocked. */
export function checkSender({ people }: Recipient, number: EmulatedNumber, state: EmulatorState): void {
  const { registered, blocked } = state.numberRecords.of(number.phoneNumberId);
  if (state.numberRecords.requireRegistration && !registered) throw new GraphRefusal(133010);
  const [only] = people;
  if (only && people.length === 1 && blocked.has(only.profile.userId)) throw new GraphRefusal(130403);
}
