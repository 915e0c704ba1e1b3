import type { EmulatorClock } from '../emulator-clock';
import { CallPermissionBook } from './call-permission-book';
import { Throughput } from '../server/throughput';
import type { EmulatedCall } from './emulated-call';
import { NumberSettings } from './number-settings';

const READS_A_SECOND = 5;

/** All that the emulated platform knows of calls and of the settings of numbers. */
export class CallingState {
  readonly calls = new Map<string, EmulatedCall>();
  readonly permissions: CallPermissionBook;
  /** Reads of permissions: at most 5 a second. */
  readonly permissionReads: Throughput;
  private readonly settings = new Map<string, NumberSettings>();

  constructor(clock: EmulatorClock) {
    this.permissions = new CallPermissionBook(clock);
    this.permissionReads = new Throughput(READS_A_SECOND, clock);
  }

  settingsOf(phoneNumberId: string): NumberSettings {
    const settings = this.settings.get(phoneNumberId) ?? new NumberSettings();
    this.settings.set(phoneNumberId, settings);
    return settings;
  }

  /** The calls of a number that are not over. */
  live(phoneNumberId: string): EmulatedCall[] {
    return [...this.calls.values()].filter(
      (call) => call.state !== 'ended' && call.number.phoneNumberId === phoneNumberId,
    );
  }

  /** Forgets calls, permissions and settings. */
  clear(): void {
    for (const call of this.calls.values()) call.timeout?.cancel();
    this.calls.clear();
    this.permissions.clear();
    this.settings.clear();
  }
}
