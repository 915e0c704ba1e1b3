import type { FlowCreated, FlowJsonUploaded, FlowsMigrated } from '../wire/flow/management';
import type { FlowJsonIssue } from './json/flow-json-issue.interface';

/** A flow that was created. */
export interface CreatedFlow {
  readonly id: string;
  /** What Meta found in its JSON; the draft was saved all the same. */
  readonly issues: readonly FlowJsonIssue[];
  readonly raw: FlowCreated;
}

/** Flow JSON that was saved. */
export interface UploadedFlowJson {
  /** What Meta found; a draft with errors is saved, but cannot be published. */
  readonly issues: readonly FlowJsonIssue[];
  readonly raw: FlowJsonUploaded;
}

/** Flows that were copied, and those that were not. */
export interface MigratedFlows {
  readonly migrated: readonly { readonly name: string; readonly sourceId?: string; readonly id: string }[];
  readonly failed: readonly { readonly name: string; readonly code?: string; readonly message?: string }[];
  readonly raw: FlowsMigrated;
}

/** What `sync` has done. */
export interface SyncedFlow {
  readonly id: string;
  readonly outcome: 'created' | 'updated' | 'unchanged';
  /** Whether this call published it. */
  readonly published: boolean;
  /** What Meta found in the JSON; with an error, the flow was not published. */
  readonly issues: readonly FlowJsonIssue[];
}
