import { Inject, Injectable, Logger, Optional } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { BusinessKeyStore } from '../../config/business-key-store.interface';
import { WHATSAPP_OPTIONS } from '../../config/whatsapp.constants';
import type { WhatsAppModuleOptions } from '../../config/whatsapp-options.interface';
import { errorLabel } from '../../errors/redact';
import { checkFlowKey } from '../crypto/flow-key-check';
import type { FlowKeyState } from '../crypto/flow-key-check';
import type { FlowKeyRing } from '../crypto/flow-key-ring';
import { FLOW_ENDPOINT_OPTIONS, FLOW_ENDPOINT_REGISTRATION } from './flow-endpoint.constants';
import type { FlowEndpointOptions, FlowEndpointRegistration } from './flow-endpoint-options.interface';
import { FlowKeyStore } from './flow-key.store';

const UPLOAD = 'Upload the public key: FlowKeysService.upload(privateKey, { phoneNumberId }).';

/** What is wrong, and the fix. */
const WARNINGS: Readonly<Record<Exclude<FlowKeyState, 'ready'>, string>> = {
  missing: `has no public key at Meta, so phones cannot ask the endpoint. ${UPLOAD}`,
  mismatch:
    'has a public key at Meta that belongs to none of the private keys (`privateKeys` of WhatsAppFlowsModule, ' +
    `\`flowPrivateKeys\` of the account), so its requests will be answered with 421. Give the private key that belongs to it, or ` +
    `upload another one. ${UPLOAD}`,
  unsigned:
    'has the right public key at Meta, but its signature there is not valid (the number may have been registered anew). ' +
    UPLOAD,
};

/**
 * Compares, when it is asked to, the private keys with what Meta holds: once, when the application has started. It does
 * not hold up the start, and changes nothing.
 */
@Injectable()
export class FlowKeyBootCheck implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('WhatsAppFlows');
  private readonly stop = new AbortController();

  constructor(
    private readonly keys: FlowKeyStore,
    @Inject(FLOW_ENDPOINT_OPTIONS) private readonly options: FlowEndpointOptions,
    @Inject(FLOW_ENDPOINT_REGISTRATION) private readonly registration: FlowEndpointRegistration,
    @Inject(WHATSAPP_OPTIONS) private readonly module: WhatsAppModuleOptions,
    @Optional() @Inject(BusinessKeyStore) private readonly store?: BusinessKeyStore,
  ) {}

  onApplicationBootstrap(): void {
    const { checkKeysAtBoot: wanted = false } = this.options;
    if (wanted !== false) void this.checkAll(wanted === true ? this.ownNumber() : wanted);
  }

  beforeApplicationShutdown(): void {
    this.stop.abort();
  }

  private ownNumber(): readonly string[] {
    const own = this.options.account?.phoneNumberId ?? this.module.phoneNumberId;
    return own === undefined ? [] : [own];
  }

  private async checkAll(numbers: readonly string[]): Promise<void> {
    if (numbers.length === 0) {
      this.warn('`checkKeysAtBoot` knows no number. Give it a list of phone number ids.');
      return;
    }
    for (const phoneNumberId of numbers) {
      if (this.stop.signal.aborted) return;
      await this.check(phoneNumberId);
    }
  }

  private async check(phoneNumberId: string): Promise<void> {
    const number = `the number whose id ends in ${phoneNumberId.slice(-4)}`;
    try {
      const rings = await this.keys.known({ phoneNumberId });
      if (rings.length === 0) {
        this.warn(
          `no private key is known for ${number}. \`checkKeysAtBoot\` knows those that stand in \`privateKeys\` (a function ` +
            'is asked with requests only) and `flowPrivateKeys` of its account.',
        );
        return;
      }
      if (!this.store) {
        this.warn('`checkKeysAtBoot` needs WhatsAppModule, which asks Meta.');
        return;
      }
      const uploaded = await this.store.get({ phoneNumberId, signal: this.stop.signal });
      const { state } = checkFlowKey(uploaded, { indexOf: (publicKey) => placeIn(rings, publicKey) });
      if (state === 'ready')
        this.logger.log(`Flow endpoint ${this.registration.path}: ${number} has the right key.`);
      else this.warn(`${number} ${WARNINGS[state]}`);
    } catch (error) {
      if (this.stop.signal.aborted) return;
      this.warn(`the key of ${number} could not be checked: ${errorLabel(error)}.`);
    }
  }

  private warn(text: string): void {
    this.logger.warn(`Flow endpoint ${this.registration.path}: ${text}`);
  }
}

function placeIn(rings: readonly FlowKeyRing[], publicKey: string): number {
  return Math.max(...rings.map((ring) => ring.indexOf(publicKey)));
}
