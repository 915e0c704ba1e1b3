import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { WhatsAppConfigurationError } from '../../errors/configuration.error';
import { FlowKeyRing } from '../crypto/flow-key-ring';
import { FLOW_ENDPOINT_OPTIONS } from './flow-endpoint.constants';
import type { FlowEndpointOptions, FlowKeyContext, FlowPrivateKeys } from './flow-endpoint-options.interface';

/** Sets of keys remembered at most. */
const MAX_RINGS = 1000;

/** The private keys, read once: opening a protected key takes longer than many requests. */
@Injectable()
export class FlowKeyStore {
  private readonly rings = new Map<string, FlowKeyRing>();
  private readonly fixed: FlowKeyRing | undefined;

  /** @throws WhatsAppConfigurationError when a key cannot be used */
  constructor(@Inject(FLOW_ENDPOINT_OPTIONS) private readonly options: FlowEndpointOptions) {
    const { privateKeys } = options;
    if (typeof privateKeys !== 'function') this.fixed = createRing(privateKeys);
  }

  /** The keys for a request; a promise only when they are looked up. */
  get(context: FlowKeyContext): FlowKeyRing | Promise<FlowKeyRing> {
    return this.fixed ?? this.find(context);
  }

  private async find(context: FlowKeyContext): Promise<FlowKeyRing> {
    const { privateKeys } = this.options;
    const keys = typeof privateKeys === 'function' ? await privateKeys(context) : privateKeys;
    const id = createHash('sha256').update(JSON.stringify(keys)).digest('base64');
    const known = this.rings.get(id) ?? createRing(keys);
    // The one that was used last stands last; the first is the one to forget.
    this.rings.delete(id);
    this.rings.set(id, known);
    const [oldest] = this.rings.keys();
    if (this.rings.size > MAX_RINGS && oldest !== undefined) this.rings.delete(oldest);
    return known;
  }
}

function createRing(keys: FlowPrivateKeys): FlowKeyRing {
  const list = [keys ?? []].flat();
  if (list.length === 0) {
    throw new WhatsAppConfigurationError(
      'WhatsAppFlowsModule needs `privateKeys`: the private key whose public key is uploaded for the phone number.',
    );
  }
  return new FlowKeyRing(list);
}
