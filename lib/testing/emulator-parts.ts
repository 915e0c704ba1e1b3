import { CallExchange } from './calls/call-exchange';
import { FlowDesk } from './flows/flow-desk';
import { FlowEndpoint } from './flows/flow-endpoint';
import type { EmulatorSettings } from './emulator-settings';
import { EmulatorState } from './model/emulator-state';
import { Faults } from './server/fault';
import { GraphServer } from './server/graph-server';
import type { RecordedRequest } from './server/recorded-request';
import { ROUTES } from './server/route-table';
import { Router } from './server/router';
import { Throughput } from './server/throughput';
import { TemplateDesk } from './templates/template-desk';
import { UserDirectory } from './users/user-directory';
import { DeliveryControl } from './webhooks/delivery-control';
import { callbackOverride } from './webhooks/callback-override';
import { Outbox } from './webhooks/outbox';
import { StatusReporter } from './webhooks/status-reporter';
import { verifyWebhook } from './webhooks/verify-webhook';

/** Requests and deliveries that are remembered at most. */
const KEEP = 10_000;

/** The objects that an emulator is made of. */
export type EmulatorParts = ReturnType<typeof partsOf>;

export function partsOf(settings: EmulatorSettings) {
  const { clock, appSecret, retryGapsMs, answerTimeoutMs } = settings;
  const state = new EmulatorState(clock, settings.seed);
  for (const number of settings.numbers) state.numbers.set(number.phoneNumberId, number);
  const { requireRegistration, enforceWindow, limitPairs } = settings;
  Object.assign(state.numberRecords, { requireRegistration, enforceWindow, limitPairs });
  const outbox = new Outbox({
    clock,
    appSecret,
    retryGapsMs,
    answerTimeoutMs,
    activity: state.activity,
    keep: KEEP,
    overrideFor: (address) => callbackOverride(state, address),
    onAttempt: (delivery) => state.events.emit('delivery', delivery),
  });
  state.webhookSetup.app = {
    appId: settings.appId,
    appSecret,
    verify: async (url, verifyToken) => {
      const challenge = state.ids.challenge();
      return verifyWebhook(url, { verifyToken, challenge, timeoutMs: answerTimeoutMs }).then(
        () => undefined,
        (error: unknown) => (error as Error).message,
      );
    },
    deliverTo: (url) => {
      outbox.url = url;
    },
  };
  const statuses = new StatusReporter(state, outbox, settings.autoStatuses);
  const calls = new CallExchange(state, outbox);
  const throughput = new Throughput(settings.messagesPerSecond, clock);
  const templates = new TemplateDesk(state, outbox, settings.autoApproveTemplates);
  const flows = new FlowDesk(state, outbox, new FlowEndpoint(state, appSecret));
  const requests: RecordedRequest[] = [];
  const faults = new Faults();
  const server = new GraphServer({
    context: { state, webhooks: outbox, statuses, throughput, templates, calls, flows },
    router: new Router(ROUTES, state, settings.apiVersions),
    faults,
    onRequest: (record) => {
      requests.push(record);
      if (requests.length > KEEP) requests.shift();
    },
    onAnswer: (record) => state.events.emit('request', record),
  });
  return {
    state,
    outbox,
    statuses,
    templates,
    flows,
    server,
    faults,
    requests,
    directory: new UserDirectory(state, outbox, statuses, calls, flows.endpoint),
    control: new DeliveryControl(outbox, state, appSecret),
  };
}
