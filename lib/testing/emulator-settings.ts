import { SteppedClock } from './emulator-clock';
import type { CloudApiEmulatorOptions, EmulatorModuleOptions } from './emulator-options.interface';
import { EmulatorError } from './emulator.error';
import type { EmulatedNumber } from './model/emulated-number.interface';
import { DEFAULT_RETRY_GAPS_MS } from './webhooks/retry-schedule';

let started = 0;

/** The options with their defaults filled in. */
export type EmulatorSettings = ReturnType<typeof settingsOf>;

/** @throws EmulatorError for options that cannot work */
export function settingsOf(options: CloudApiEmulatorOptions) {
  const number: EmulatedNumber = {
    phoneNumberId: options.phoneNumberId ?? '200555000000001',
    wabaId: options.wabaId ?? '300555000000001',
    displayPhoneNumber: options.displayPhoneNumber ?? '15550100001',
    accessToken: options.accessToken ?? 'emulator-access-token',
  };
  const retryGapsMs = options.retryGapsMs ?? DEFAULT_RETRY_GAPS_MS;
  if ((retryGapsMs.at(-1) ?? 1) <= 0) throw new EmulatorError('The last of retryGapsMs must be more than 0.');
  return {
    appId: options.appId ?? '100555000000001',
    appSecret: options.appSecret ?? 'emulator-app-secret',
    verifyToken: options.verifyToken ?? 'emulator-verify-token',
    number,
    numbers: [number, ...(options.numbers ?? []).map((other) => ({ ...number, ...other }))],
    clock: options.clock ?? new SteppedClock(),
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    apiVersions: options.apiVersions,
    autoStatuses: options.autoStatuses ?? [],
    requireRegistration: options.requireRegistration ?? false,
    enforceWindow: options.enforceWindow ?? false,
    limitPairs: options.limitPairs ?? false,
    messagesPerSecond: options.messagesPerSecond,
    autoApproveTemplates: options.autoApproveTemplates ?? false,
    retryGapsMs,
    answerTimeoutMs: options.answerTimeoutMs ?? 20_000,
    seed: options.seed ?? `emulator ${++started}`,
  };
}

/** The options that connect a module to an emulator with these settings. */
export function moduleOptionsOf(
  { number, appSecret, verifyToken }: EmulatorSettings,
  url: string,
): EmulatorModuleOptions {
  const { accessToken, phoneNumberId, wabaId } = number;
  return {
    accessToken,
    phoneNumberId,
    wabaId,
    appSecret,
    verifyToken,
    graphUrl: url,
    allowedHosts: [new URL(url).host],
  };
}
