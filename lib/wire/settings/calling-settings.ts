import type { Open, WireTimestamp } from '../inbound/common';
import type { CallHours } from './call-hours';

type Switch = Open<'ENABLED' | 'DISABLED'>;

/** A SIP server as the application sets it. TLS is required. */
export interface SipServer {
  /** Host name without scheme. */
  hostname: string;
  /** @default 5061 */
  port?: number;
  /** Goes into the user part of the request URI of Meta's INVITE. Keys and values up to 128 characters. */
  request_uri_user_params?: Record<string, string>;
}

/** A SIP server as Meta tells it. Servers that other apps have set are listed too. */
export interface StoredSipServer extends SipServer {
  /** App that set the server. Read-only. */
  app_id?: string | number;
  /** Made by Meta, and told on request only. Read-only; hidden from logs and JSON. */
  sip_user_password?: string;
}

/** Calls signalled by SIP. While it is on, the call endpoints do not work and no call webhooks arrive. */
export interface SipSettings<Server extends SipServer = StoredSipServer> {
  status?: Switch;
  /** One server for each app; an empty list removes that of this app. */
  servers?: Server[];
}

/** What users hear when their call is not taken. */
export interface VoicemailSettings {
  status: Switch;
  /** `REJECT`: the business refused the call. `TIMEOUT`: it did nothing for `timeout_seconds`. */
  triggers?: Open<'REJECT' | 'TIMEOUT'>[];
  audio?: {
    default: {
      /** Id of media that was uploaded with `use_case` `call_voicemail_announcement`: Ogg with Opus, below 60 s. */
      announcement_media_id?: string | number;
      /** 0 to 30 seconds. */
      timeout_seconds?: number;
    };
  };
}

/** A restriction that Meta has put on the number. */
export interface CallingRestriction {
  type: Open<'RESTRICTED_BUSINESS_INITIATED_CALLING' | 'RESTRICTED_USER_INITIATED_CALLING'>;
  reason?: string;
  expiration?: WireTimestamp;
}

/** The calling settings that an application may change. Members that are left out stay as they are. */
export interface CallingSettingsChange {
  status?: 'ENABLED' | 'DISABLED';
  /** `DISABLE_ALL` hides the call button; a call link or a call button in a message still works. */
  call_icon_visibility?: 'DEFAULT' | 'DISABLE_ALL';
  /** ISO 3166 alpha-2 codes of the users' phone numbers; an empty list means all countries. */
  call_icons?: { restrict_to_user_countries: string[] };
  call_hours?: CallHours;
  /** Whether a user who calls is asked for permission to be called back. */
  callback_permission_status?: 'ENABLED' | 'DISABLED';
  sip?: SipSettings<SipServer>;
  srtp_key_exchange_protocol?: 'DTLS' | 'SDES';
  /** G.711 besides Opus, which is always there. */
  audio?: { additional_codecs?: ('PCMA' | 'PCMU')[] };
  video?: { status: 'ENABLED' | 'DISABLED' };
  /** Turn call hours off when voicemail is on: outside of them users cannot call at all. */
  voicemail?: VoicemailSettings;
}

/**
 * The calling settings of a number as Meta tells them.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-settings
 */
export interface PhoneNumberCallingSettings {
  status?: Switch;
  call_icon_visibility?: Open<'DEFAULT' | 'DISABLE_ALL'>;
  call_icons?: { restrict_to_user_countries?: string[] };
  call_hours?: CallHours;
  callback_permission_status?: Switch;
  sip?: SipSettings;
  srtp_key_exchange_protocol?: Open<'DTLS' | 'SDES'>;
  audio?: {
    additional_codecs?: Open<'PCMA' | 'PCMU'>[];
    /** Read-only. */
    status?: Switch;
  };
  video?: { status?: Switch };
  voicemail?: VoicemailSettings;
  /** Addresses of Meta's media servers. Read-only. */
  ip_addresses?: { default?: string[] };
  /** Read-only. */
  restrictions?: { restrictions_list?: CallingRestriction[] };
}
