import { isObject } from '../model/json';
import type { JsonObject } from '../model/json';

/** Something that Meta finds wrong with a Flow JSON: an element of `validation_errors`. @publicApi */
export interface FlowFinding {
  /** e.g. `MISSING_TERMINAL_SCREEN`. */
  readonly error: string;
  readonly error_type: string;
  readonly message: string;
  readonly pointers?: readonly { readonly path: string }[];
}

/** A flow of the account. @publicApi */
export interface EmulatedFlow {
  readonly id: string;
  readonly wabaId: string;
  readonly name: string;
  /** `DRAFT`, `PUBLISHED`, `DEPRECATED`, `THROTTLED`, `BLOCKED` */
  readonly status: string;
  readonly categories: readonly string[];
  /** Text of the Flow JSON, as it was uploaded last. */
  readonly flowJson: string | undefined;
  /** The text that was published last: messages open it, whatever was uploaded since. */
  readonly publishedJson: string | undefined;
  readonly validationErrors: readonly FlowFinding[];
  readonly endpointUri: string | undefined;
  readonly applicationId: string | undefined;
  /** Counts the preview links that were made. */
  readonly previews: number;
  /** Milliseconds since the Unix epoch. */
  readonly updatedAt: number;
}

/** The flows of all accounts, and what the phones of users know of them. */
export class FlowStore {
  private readonly flows = new Map<string, EmulatedFlow>();
  /** Ids of the messages whose token the endpoint has refused. */
  readonly closedMessages = new Set<string>();
  /** The public keys as the phones have them: a phone keeps a key until the endpoint cannot read it. */
  readonly phoneKeys = new Map<string, string>();

  get all(): readonly EmulatedFlow[] {
    return [...this.flows.values()];
  }

  get(id: string): EmulatedFlow | undefined {
    return this.flows.get(id);
  }

  /** The flows of an account, oldest first. */
  of(wabaId: string): EmulatedFlow[] {
    return this.all.filter((flow) => flow.wabaId === wabaId);
  }

  find(wabaId: string, name: string): EmulatedFlow | undefined {
    return this.of(wabaId).find((flow) => flow.name === name);
  }

  put(flow: EmulatedFlow): EmulatedFlow {
    this.flows.set(flow.id, flow);
    return flow;
  }

  delete(id: string): void {
    this.flows.delete(id);
  }

  clear(): void {
    this.flows.clear();
    this.closedMessages.clear();
    this.phoneKeys.clear();
  }
}

/** The text of a flow as an object; undefined when it is none. */
export function readFlowText(text: string | undefined): JsonObject | undefined {
  if (text === undefined) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
