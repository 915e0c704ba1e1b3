import type { Open } from '../inbound/common';
import type { CallingSettingsChange, PhoneNumberCallingSettings } from './calling-settings';

/** Where message content is kept, as Meta tells it. */
export interface StorageConfiguration {
  status?: Open<'DEFAULT' | 'IN_COUNTRY_STORAGE_ENABLED' | 'NO_STORAGE_ENABLED'>;
  data_localization_region?: Open<StorageRegion>;
  retention_minutes?: number;
}

/** Regions that message content can be kept in. `DE` stands for the European Union. */
export type StorageRegion =
  'AE' | 'AU' | 'BH' | 'BR' | 'CA' | 'CH' | 'DE' | 'GB' | 'ID' | 'IN' | 'JP' | 'KR' | 'SG' | 'ZA';

/**
 * Where message content is to be kept: text, media and template content, with a little tokenised and encrypted metadata.
 * While in use it may be elsewhere for up to 60 minutes (90 for the Marketing Messages API). Can be set only while the
 * number is not registered.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/local-storage
 */
export type StorageConfigurationChange =
  | { status: 'DEFAULT' }
  | { status: 'IN_COUNTRY_STORAGE_ENABLED'; data_localization_region: Open<StorageRegion> }
  | {
      status: 'NO_STORAGE_ENABLED';
      /** How long content may be kept for delivery, minutes. Meta documents the value 60. */
      retention_minutes: number;
    };

/** Whether webhooks tell the identity hash of users, and sends can insist on it. */
export interface UserIdentityChange {
  enable_identity_key_check?: boolean;
}

/** Encryption of message payloads between Meta and the business. */
export interface PayloadEncryption {
  status?: Open<'ENABLED' | 'DISABLED'>;
  /** Read-only. */
  client_encryption_key_fingerprint?: string;
  /** Meta's public key. Read-only. */
  cloud_encryption_key?: string;
}

/** Change of the payload encryption. */
export type PayloadEncryptionChange =
  | { status: 'DISABLED' }
  | {
      status: 'ENABLED';
      /** RSA public key of the business, 2048 bits, Base64. */
      client_encryption_key: string;
    };

/**
 * The settings of a business phone number.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/settings-api
 */
export interface PhoneNumberSettings {
  calling?: PhoneNumberCallingSettings;
  storage_configuration?: StorageConfiguration;
  user_identity_change?: UserIdentityChange;
  payload_encryption?: PayloadEncryption;
}

/** What an application may change. Features and members of `calling` that are left out stay as they are. */
export interface PhoneNumberSettingsChange {
  calling?: CallingSettingsChange;
  storage_configuration?: StorageConfigurationChange;
  user_identity_change?: { enable_identity_key_check: boolean };
  payload_encryption?: PayloadEncryptionChange;
}
