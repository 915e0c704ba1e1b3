import type { EmulatorClock } from './emulator-clock';
import type { EmulatorSettings } from './emulator-settings';

/** The ids and secrets that an emulator goes by. */
export abstract class EmulatorIdentity {
  protected constructor(protected readonly settings: EmulatorSettings) {}

  /** Meta app id. */
  get appId(): string {
    return this.settings.appId;
  }

  get appSecret(): string {
    return this.settings.appSecret;
  }

  get verifyToken(): string {
    return this.settings.verifyToken;
  }

  get accessToken(): string {
    return this.settings.number.accessToken;
  }

  get phoneNumberId(): string {
    return this.settings.number.phoneNumberId;
  }

  get wabaId(): string {
    return this.settings.number.wabaId;
  }

  get displayPhoneNumber(): string {
    return this.settings.number.displayPhoneNumber;
  }

  get clock(): EmulatorClock {
    return this.settings.clock;
  }
}
