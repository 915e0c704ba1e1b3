import { EmulatorError } from '../emulator.error';
import type { EmulatorState } from '../model/emulator-state';
import type { Delivery } from '../webhooks/delivery';
import type { WebhookSender } from '../webhooks/webhook-sender';
import type { FlowEndpoint, FlowEndpointAnswer, FlowRequestOptions } from './flow-endpoint';
import { flowJsonFindings } from './flow-json-check';
import type { EmulatedFlow } from './flow-store';

/** A flow to be put into an account without a request. @publicApi */
export interface FlowSeed {
  readonly name: string;
  /** The Flow JSON. */
  readonly flowJson: object | string;
  /** @default 'PUBLISHED' */
  readonly status?: string;
  readonly endpointUri?: string;
  /** @default ['OTHER'] */
  readonly categories?: readonly string[];
  /** @default the emulator's first account */
  readonly wabaId?: string;
}

/**
 * What Meta does with flows: keeps them, changes their status, and calls the application's endpoint.
 * @publicApi
 */
export class FlowDesk {
  constructor(
    private readonly state: EmulatorState,
    private readonly webhooks: WebhookSender,
    /** @internal */
    readonly endpoint: FlowEndpoint,
  ) {}

  /** All flows, oldest first. */
  get all(): readonly EmulatedFlow[] {
    return this.state.flows.all;
  }

  /** A flow by its name. */
  get(name: string): EmulatedFlow | undefined {
    return this.all.find((flow) => flow.name === name);
  }

  /** Puts a flow into an account. */
  add({ name, flowJson, status = 'PUBLISHED', ...seed }: FlowSeed): EmulatedFlow {
    const [first] = this.state.numbers.values();
    const text = typeof flowJson === 'string' ? flowJson : JSON.stringify(flowJson);
    return this.state.flows.put({
      id: this.state.ids.flow(),
      wabaId: seed.wabaId ?? first?.wabaId ?? '',
      name,
      status,
      categories: seed.categories ?? ['OTHER'],
      flowJson: text,
      publishedJson: status === 'DRAFT' ? undefined : text,
      validationErrors: flowJsonFindings(text),
      endpointUri: seed.endpointUri,
      applicationId: undefined,
      previews: 1,
      updatedAt: this.state.clock.now(),
    });
  }

  /**
   * Changes the status, e.g. to `THROTTLED` or `BLOCKED`, and tells the application by webhook when one is connected.
   * @throws EmulatorError when there is no flow of this name
   */
  async setStatus(name: string, status: string): Promise<Delivery | undefined> {
    const flow = this.get(name);
    if (!flow) throw new EmulatorError(`There is no flow ${JSON.stringify(name)}.`);
    this.state.flows.put({ ...flow, status });
    return this.report(flow, status, flow.status);
  }

  /**
   * Sends one request to the connected endpoint, encrypted and signed as Meta does, and reads the answer. With the
   * options, the request is a wrong one.
   * @example await emulator.flows.request({ version: '3.0', action: 'ping' });
   * @throws EmulatorError when no endpoint is connected or no public key was uploaded
   */
  request(payload: object, options?: FlowRequestOptions): Promise<FlowEndpointAnswer> {
    return this.endpoint.send(payload, options);
  }

  /** Tells the application of a new status. @internal */
  async report(flow: EmulatedFlow, status: string, before?: string): Promise<Delivery | undefined> {
    if (!this.webhooks.connected) return undefined;
    const item = {
      entryId: flow.wabaId,
      entryTime: Math.floor(this.state.clock.now() / 1000),
      field: 'flows',
      shared: {
        event: 'FLOW_STATUS_CHANGE',
        message: `Flow ${flow.name} is ${status}`,
        flow_id: flow.id,
        ...(before !== undefined && { old_status: before }),
        new_status: status,
      },
      contacts: [],
    };
    return this.webhooks.send([item]).answered;
  }
}
