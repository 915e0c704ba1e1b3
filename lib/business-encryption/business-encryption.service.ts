import { Injectable } from '@nestjs/common';
import type { BusinessKeyStore } from '../config/business-key-store.interface';
import { GraphClient } from '../graph/graph-client.service';
import type { CallOptions } from '../graph/graph-request.interface';
import { assertSuccess, firstOf, onNumber } from '../graph/node-request';
import { PayloadValidator } from '../validation/payload-validator.service';
import type { BusinessEncryption } from '../wire/flow/encryption-key';
import { isPrivateKey, publicKeyProblem } from './public-key.rule';

const EDGE = 'whatsapp_business_encryption';

/** The public key that Meta holds for a number. @publicApi */
export interface BusinessPublicKey {
  /** PEM. */
  readonly publicKey: string;
  /** `MISMATCH`: upload the key again, e.g. after the number was registered anew. */
  readonly signatureStatus?: 'VALID' | 'MISMATCH' | (string & {});
  /** Meta's answer, untouched. */
  readonly raw: BusinessEncryption;
}

/**
 * The public key with which Meta encrypts what it sends to endpoints of flows and payments. `FlowKeysService` makes keys and
 * compares them.
 * @example await encryption.setPublicKey(await readFile('flow-public.pem', 'utf8'));
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/whatsapp-business-encryption-api
 * @publicApi
 */
@Injectable()
export class BusinessEncryptionService implements BusinessKeyStore {
  constructor(
    private readonly graph: GraphClient,
    private readonly validator: PayloadValidator,
  ) {}

  /** Reads the key that Meta holds; undefined when there is none. */
  async get(options?: CallOptions): Promise<BusinessPublicKey | undefined> {
    const answer = await this.graph.request<{ data?: BusinessEncryption[] } | undefined>({
      method: 'GET',
      ...onNumber(options, EDGE),
    });
    const raw = firstOf<BusinessEncryption>(answer);
    if (typeof raw?.business_public_key !== 'string') return undefined;
    const status = raw.business_public_key_signature_status;
    return { publicKey: raw.business_public_key, ...(status && { signatureStatus: status }), raw };
  }

  /**
   * Uploads a public key: RSA, 2048 bits, PEM. It takes the place of the one before.
   * @throws PayloadValidationError before anything leaves, for private keys too; GraphApiError when Meta refuses
   */
  async setPublicKey(publicKey: string, options?: CallOptions): Promise<void> {
    const message = publicKeyProblem(publicKey);
    // A private key is refused even where checks are off.
    const check = isPrivateKey(publicKey) || options?.validate;
    const issues = message === undefined ? [] : [{ path: 'publicKey', message }];
    this.validator.assertWith('business public key', () => issues, check);
    const answer = await this.graph.request({
      method: 'POST',
      ...onNumber(options, EDGE),
      body: new URLSearchParams({ business_public_key: publicKey }),
      kind: 'safe',
    });
    assertSuccess(answer, `POST /{id}/${EDGE}`);
  }
}
