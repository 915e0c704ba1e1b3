import { WhatsAppConfigurationError } from '../errors/configuration.error';
import type { AccountDirectory } from './account-directory';

/** What an app proves itself with. Hold it no longer than a call takes. */
export interface AppCredentials {
  readonly appId: string;
  readonly secret: string;
  /** App access token: `app id|app secret`. */
  readonly accessToken: string;
}

/**
 * Id and secret of a Meta app, from the app secrets of the module and its account resolver. During a rotation the secret
 * that is listed first counts.
 * @param appId @default the only app id among the secrets
 * @throws WhatsAppConfigurationError when the app or its secret is not known
 */
export async function appCredentials(
  directory: Pick<AccountDirectory, 'appSecrets'>,
  appId?: string,
): Promise<AppCredentials> {
  const secrets = await directory.appSecrets();
  const known = [...new Set(secrets.flatMap((entry) => entry.appId ?? []))];
  const id = appId ?? (known.length === 1 ? known[0] : undefined);
  if (!id) {
    throw missing(
      known.length > 1
        ? 'there are secrets of several apps. Pass `appId` with the call.'
        : 'the id of the Meta app is not known. Pass `appId` with the call, or give the module its app secret as `{ appId, secret }`.',
    );
  }
  const own = secrets.find((entry) => entry.appId === id);
  // Secrets without an id belong to the one app there is.
  const secret = (own ?? (known.length === 0 ? secrets[0] : undefined))?.secret;
  if (!secret) throw missing('the module has no secret of this app. Give it `appSecret: { appId, secret }`.');
  return { appId: id, secret, accessToken: `${id}|${secret}` };
}

function missing(what: string): WhatsAppConfigurationError {
  return new WhatsAppConfigurationError(
    `appSecret: ${what} Dashboard: App settings, Basic, App ID and App secret.`,
  );
}
