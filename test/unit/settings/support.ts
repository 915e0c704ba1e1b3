import type { GraphClient } from '../../../lib/graph/graph-client.service';
import type { GraphRequest } from '../../../lib/graph/graph-request.interface';
import type { SettingsObserver } from '../../../lib/settings/settings-observer.interface';
import { SettingsSender } from '../../../lib/settings/settings.sender';
import { SettingsService } from '../../../lib/settings/settings.service';
import { PayloadValidator } from '../../../lib/validation/payload-validator.service';
import { ManualClock } from '../../support/manual-clock';

/** What Meta answers to a read, in the form of its guides. */
export const STORED = {
  calling: {
    status: 'ENABLED',
    call_icon_visibility: 'DEFAULT',
    call_icons: { restrict_to_user_countries: ['DE', 'FR'] },
    callback_permission_status: 'ENABLED',
    srtp_key_exchange_protocol: 'DTLS',
    call_hours: {
      status: 'ENABLED',
      timezone_id: 'Europe/Berlin',
      weekly_operating_hours: [{ day_of_week: 'MONDAY', open_time: '0900', close_time: '1700' }],
      holiday_schedule: [
        { date: '2026-01-01', start_time: '0000', end_time: '2359' },
        { date: '2026-12-25', start_time: '0000', end_time: '2359' },
      ],
      later_member: { kept: true },
    },
    sip: {
      status: 'ENABLED',
      servers: [
        {
          app_id: '111',
          hostname: 'sip.example.com',
          port: 5061,
          sip_user_password: 'top-secret',
          request_uri_user_params: { status: 'enabled' },
        },
      ],
    },
    video: { status: 'DISABLED' },
    restrictions: {
      restrictions_list: [{ type: 'RESTRICTED_BUSINESS_INITIATED_CALLING', expiration: 1790000000 }],
    },
    later_feature: { status: 'whatever' },
  },
  storage_configuration: { status: 'IN_COUNTRY_STORAGE_ENABLED', data_localization_region: 'DE' },
  user_identity_change: { enable_identity_key_check: true },
  payload_encryption: {
    status: 'ENABLED',
    client_encryption_key_fingerprint: 'ab:cd',
    cloud_encryption_key: 'MIIB',
  },
};

/** A Graph API that keeps nothing, records requests and answers reads with what it is given. */
export class FakeGraph {
  readonly requests: (Omit<GraphRequest, 'path'> & { readonly path: string })[] = [];
  stored: unknown = STORED;
  answer: (request: GraphRequest) => unknown = () => ({ success: true });

  request = async (request: GraphRequest): Promise<unknown> => {
    await Promise.resolve();
    const phoneNumberId = request.account?.phoneNumberId ?? '100';
    const path =
      typeof request.path === 'string' ? request.path : request.path({ accessToken: 't', phoneNumberId });
    this.requests.push({ ...request, path });
    const answer = request.method === 'GET' ? this.stored : await this.answer(request);
    if (answer instanceof Error) throw answer;
    return JSON.parse(JSON.stringify(answer)) as unknown;
  };

  /** The bodies that were written. */
  get written(): unknown[] {
    return this.requests
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => JSON.parse(JSON.stringify(body)) as unknown);
  }

  get methods(): string[] {
    return this.requests.map(({ method }) => method);
  }
}

/** The service over a recording Graph API. It is 10 January 2026, 00:00 UTC. */
export function setup(options: { validate?: boolean; observer?: SettingsObserver } = {}) {
  const graph = new FakeGraph();
  const clock = new ManualClock();
  const sender = new SettingsSender(graph as unknown as GraphClient, options.observer);
  const settings = new SettingsService(sender, new PayloadValidator(options, clock), clock);
  return { graph, clock, settings };
}
