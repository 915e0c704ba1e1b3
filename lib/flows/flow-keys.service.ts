import { Inject, Injectable } from '@nestjs/common';
import { BusinessKeyStore } from '../config/business-key-store.interface';
import type { FlowPrivateKey, FlowPrivateKeys } from '../config/flow-private-key.interface';
import type { CallOptions } from '../graph/graph-request.interface';
import { checkFlowKey } from './crypto/flow-key-check';
import type { FlowKeyCheck } from './crypto/flow-key-check';
import { FlowKeyRing } from './crypto/flow-key-ring';
import { generateFlowKeyPair, publicFlowKey } from './crypto/flow-keys';

/**
 * The keys of the flow endpoint: made, uploaded for a phone number, and compared with what Meta holds. Each number has a
 * public key of its own; several may have the same. Upload it again after a number was registered anew.
 * @example
 * ```ts
 * const { privateKey } = await keys.generate({ passphrase });   // store it: the option `privateKeys` takes it
 * await keys.upload({ key: privateKey, passphrase });
 * (await keys.check({ key: privateKey, passphrase })).state;    // 'ready'
 * ```
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/whatsapp-business-encryption-api
 * @publicApi
 */
@Injectable()
export class FlowKeysService {
  constructor(@Inject(BusinessKeyStore) private readonly store: BusinessKeyStore) {}

  /** Makes a pair of keys: RSA with 2048 bits, the private key locked (AES-256-CBC) when a passphrase is given. */
  readonly generate = generateFlowKeyPair;

  /** The public key of a private key, PEM. */
  readonly publicKeyOf = publicFlowKey;

  /**
   * Uploads the public key of a private key for the number. Phones fetch it when a request of theirs was answered with
   * 421, so keep the old private key behind the new one until none of them uses it.
   * @throws WhatsAppConfigurationError when the private key cannot be used; GraphApiError when Meta refuses
   */
  async upload(privateKey: string | FlowPrivateKey, options?: CallOptions): Promise<void> {
    await this.store.setPublicKey(publicFlowKey(privateKey), options);
  }

  /**
   * Compares the private keys with the public key that Meta holds for the number.
   * @throws WhatsAppConfigurationError when a private key cannot be used; GraphApiError when Meta refuses
   */
  async check(privateKeys: FlowPrivateKeys, options?: CallOptions): Promise<FlowKeyCheck> {
    const ring = new FlowKeyRing([privateKeys].flat());
    return checkFlowKey(await this.store.get(options), ring);
  }
}
