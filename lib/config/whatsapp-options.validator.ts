import { WhatsAppConfigurationError } from '../errors/configuration.error';
import { checkAccount, checkSecrets } from './account-option-checks';
import type { OptionsContext, Report } from './option-checks';
import { checkBoolean, checkChoice, checkInteger, httpUrl } from './option-checks';
import { checkPacing, checkWindow } from './sending-option-checks';
import type { HostPolicy } from './allowed-hosts';
import { createHostPolicy } from './allowed-hosts';
import type { WhatsAppModuleOptions } from './whatsapp-options.interface';

/**
 * Checks the options when the application boots, all at once, so that nobody has to find mistakes one by one. The
 * message names each option and where in Meta's dashboard to find its value, and never quotes a value.
 * @returns The options.
 * @throws WhatsAppConfigurationError with all problems.
 */
export function validateOptions(
  options: WhatsAppModuleOptions,
  context: OptionsContext,
): WhatsAppModuleOptions {
  const problems = findOptionProblems(options, context);
  if (problems.length === 0) return options;
  throw new WhatsAppConfigurationError(
    `WhatsAppModule cannot start, ${problems.length === 1 ? 'an option is' : `${problems.length} options are`} wrong:\n` +
      problems.map((problem) => `- ${problem}`).join('\n'),
  );
}

/** What is wrong with the options: one sentence for each problem, none when they are fine. */
export function findOptionProblems(options: WhatsAppModuleOptions, context: OptionsContext): string[] {
  // `forRootAsync` factories and JavaScript callers may return anything.
  const given: unknown = options;
  if (typeof given !== 'object' || given === null) {
    return ['options: there are none. Return an object from `useFactory` or `createWhatsAppOptions`.'];
  }
  const problems: string[] = [];
  const report: Report = (option, problem) => problems.push(`${option}: ${problem}.`);
  const toMeta = checkUrls(report, options);
  checkAccount(report, options, toMeta);
  checkSecrets(report, options, context);
  checkHttp(report, options);
  checkDelivery(report, options);
  checkPacing(report, options);
  checkWindow(report, options);
  checkChoice(report, 'handling', options.handling, ['all', 'first']);
  checkChoice(report, 'enhancers', options.enhancers, ['handlers', 'all']);
  checkBoolean(report, 'validate', options.validate);
  checkBoolean(report, 'templates.checkValues', options.templates?.checkValues);
  checkInteger(report, 'templates.definitionTtlMs', options.templates?.definitionTtlMs, 1);
  checkBoolean(report, 'insecureSkipSignatureVerification', options.insecureSkipSignatureVerification);
  checkInteger(report, 'webhook.bodyLimit', options.webhook?.bodyLimit, 1);
  const { clock } = options;
  if (clock !== undefined && !(typeof clock.now === 'function' && typeof clock.schedule === 'function')) {
    report('clock', 'must have the methods `now` and `schedule`');
  }
  return problems;
}

/** @returns Whether requests go to Meta itself. */
function checkUrls(report: Report, options: WhatsAppModuleOptions): boolean {
  const { apiVersion, graphUrl, allowedHosts = [] } = options;
  if (apiVersion !== undefined && !/^v\d{1,3}\.\d{1,2}$/.test(apiVersion)) {
    report(
      'apiVersion',
      'must look like `v26.0`. Versions: https://developers.facebook.com/docs/graph-api/changelog',
    );
  }
  const listed = Array.isArray(allowedHosts) ? (allowedHosts as readonly unknown[]) : [allowedHosts];
  const hosts = listed.filter(isHost);
  if (!Array.isArray(allowedHosts) || hosts.length !== listed.length) {
    report(
      'allowedHosts',
      'must be a list of hosts such as `gateway.internal` or `127.0.0.1:4010`, without scheme, path, user or wildcard',
    );
  }
  if (graphUrl === undefined) return true;
  return checkGraphUrl(report, graphUrl, createHostPolicy(hosts));
}

/** `host` or `host:port`, as URLs write them. */
function isHost(value: unknown): value is string {
  const url = httpUrl(`http://${String(value)}`);
  return (
    typeof value === 'string' &&
    !value.includes('*') &&
    [url?.host, `${url?.hostname}:80`].includes(value.toLowerCase())
  );
}

function checkGraphUrl(report: Report, graphUrl: unknown, allowed: HostPolicy): boolean {
  const url = httpUrl(graphUrl);
  if (!url) {
    report('graphUrl', 'must be a URL such as `https://graph.facebook.com`, without a version');
    return true;
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    report('graphUrl', 'must not hold a user, a password, a query or a fragment');
  } else if (/\/v\d+\.\d+\/?$/.test(url.pathname)) {
    report('graphUrl', 'must not hold the version; set `apiVersion`');
  } else if (!allowed(url)) {
    report(
      'graphUrl',
      `its host \`${url.host}\` may not receive the access token. Use https://graph.facebook.com, or add the host to ` +
        '`allowedHosts` if it is your emulator or gateway',
    );
  }
  return createHostPolicy()(url);
}

function checkHttp(report: Report, { http }: WhatsAppModuleOptions): void {
  if (http == null) return;
  checkInteger(report, 'http.timeoutMs', http.timeoutMs, 1);
  checkInteger(report, 'http.connectTimeoutMs', http.connectTimeoutMs, 1);
  checkInteger(report, 'http.connections', http.connections, 1);
  checkInteger(report, 'http.maxAttempts', http.maxAttempts, 1);
  if (http.proxy !== undefined && !httpUrl(http.proxy)) {
    report('http.proxy', 'must be a URL such as `http://proxy.internal:3128`');
  }
  const { dispatcher } = http;
  if (dispatcher === undefined) return;
  if (
    typeof dispatcher !== 'function' &&
    typeof (dispatcher as { dispatch?: unknown }).dispatch !== 'function'
  ) {
    report('http.dispatcher', 'must be an undici dispatcher, or a function that returns one');
  } else if (http.proxy !== undefined && typeof dispatcher !== 'function') {
    report('http.proxy', 'has no effect beside `http.dispatcher`. Give one of them');
  }
}

function checkDelivery(report: Report, { delivery }: WhatsAppModuleOptions): void {
  if (delivery == null) return;
  checkChoice(report, 'delivery.ack', delivery.ack, ['after-handlers', 'immediate']);
  checkChoice(report, 'delivery.onExhausted', delivery.onExhausted, ['dead-letter', 'redeliver']);
  for (const option of ['deadlineMs', 'attempts', 'dedupeTtlMs', 'dedupeMaxItems', 'leaseMs'] as const) {
    checkInteger(report, `delivery.${option}`, delivery[option], 1);
  }
  for (const option of ['retryDelayMs', 'deadLetterMaxItems', 'drainTimeoutMs'] as const) {
    checkInteger(report, `delivery.${option}`, delivery[option], 0);
  }
}
