import { createHash } from 'node:crypto';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { AccountDirectory } from '../../config/account-directory';
import type { AccountRef } from '../../config/account.interface';
import type { FlowPrivateKeys } from '../../config/flow-private-key.interface';
import { WHATSAPP_OPTIONS } from '../../config/whatsapp.constants';
import type { WhatsAppModuleOptions } from '../../config/whatsapp-options.interface';
import { WhatsAppConfigurationError } from '../../errors/configuration.error';
import { FlowKeyRing } from '../crypto/flow-key-ring';
import type { FlowKeys } from '../crypto/flow-key-ring';
import { FLOW_ENDPOINT_OPTIONS } from './flow-endpoint.constants';
import type { FlowEndpointOptions, FlowKeyContext } from './flow-endpoint-options.interface';

/** Sets of keys remembered at most. */
const MAX_RINGS = 1000;

/**
 * The private keys: those of the account, then those of the options. Each set is read once: opening a protected key takes
 * longer than many requests.
 */
@Injectable()
export class FlowKeyStore {
  private readonly rings = new Map<string, FlowKeyRing>();
  private readonly fixed: FlowKeyRing | undefined;

  /** @throws WhatsAppConfigurationError when a key cannot be used, or there can be none */
  constructor(
    @Inject(FLOW_ENDPOINT_OPTIONS) private readonly options: FlowEndpointOptions,
    @Inject(WHATSAPP_OPTIONS) { accountResolver }: WhatsAppModuleOptions,
    @Optional() @Inject(AccountDirectory) private readonly accounts?: AccountDirectory,
  ) {
    const { privateKeys } = options;
    if (typeof privateKeys === 'function') return;
    if (privateKeys !== undefined) this.fixed = new FlowKeyRing(listOf(privateKeys));
    if (this.fixed ? this.fixed.size > 0 : accountResolver) return;
    throw new WhatsAppConfigurationError(
      'WhatsAppFlowsModule needs `privateKeys`, the private key whose public key is uploaded for the phone number, or an ' +
        '`accountResolver` whose accounts have `flowPrivateKeys`.',
    );
  }

  /** The keys for a request. */
  async get(context: FlowKeyContext): Promise<FlowKeys> {
    const rings = [await this.ofAccount(context.account), await this.ofOptions(context)];
    return joined(rings.filter((ring) => ring !== undefined));
  }

  /** The keys for a number as far as they are known without a request. */
  async known(account: AccountRef): Promise<readonly FlowKeyRing[]> {
    return [await this.ofAccount(account), this.fixed].filter((ring) => ring !== undefined);
  }

  private async ofAccount(account: AccountRef): Promise<FlowKeyRing | undefined> {
    const named = account.phoneNumberId !== undefined || account.wabaId !== undefined;
    // Without a name it is the default account, which is asked for only where it is the one place for keys.
    if (!named && this.options.privateKeys !== undefined) return undefined;
    const keys = (await this.accounts?.find(account))?.flowPrivateKeys;
    return keys === undefined ? undefined : this.remembered(keys);
  }

  private async ofOptions(context: FlowKeyContext): Promise<FlowKeyRing | undefined> {
    const { privateKeys } = this.options;
    return typeof privateKeys === 'function' ? this.remembered(await privateKeys(context)) : this.fixed;
  }

  private remembered(keys: FlowPrivateKeys): FlowKeyRing {
    const list = listOf(keys);
    const id = createHash('sha256').update(JSON.stringify(list)).digest('base64');
    const known = this.rings.get(id) ?? new FlowKeyRing(list);
    // The one that was used last stands last; the first is the one to forget.
    this.rings.delete(id);
    this.rings.set(id, known);
    const [oldest] = this.rings.keys();
    if (this.rings.size > MAX_RINGS && oldest !== undefined) this.rings.delete(oldest);
    return known;
  }
}

function listOf(keys: FlowPrivateKeys | undefined): ConstructorParameters<typeof FlowKeyRing>[0] {
  return [keys ?? []].flat();
}

/** Several rings as one, in their order. */
function joined(rings: readonly FlowKeyRing[]): FlowKeys {
  const [only] = rings;
  if (only && rings.length === 1) return only;
  return {
    size: rings.reduce((sum, { size }) => sum + size, 0),
    unwrap: async (wrapped) => {
      for (const ring of rings) {
        const key = await ring.unwrap(wrapped);
        if (key) return key;
      }
      return undefined;
    },
  };
}
