import type { CallOptions } from '../graph/graph-request.interface';

/** Settings of a call that speaks for a Meta app. @publicApi */
export interface AppCallOptions extends Pick<CallOptions, 'signal' | 'timeoutMs' | 'validate'> {
  /** Meta app id. @default the only `appId` among the module's app secrets */
  readonly appId?: string | undefined;
}
