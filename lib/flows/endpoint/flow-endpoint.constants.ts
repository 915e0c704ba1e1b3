/** Injection token of the endpoint's options. @internal */
export const FLOW_ENDPOINT_OPTIONS = Symbol.for('nestjs-whatsapp-cloud:flow-endpoint-options');

/** Injection token of one registration of the endpoint. @internal */
export const FLOW_ENDPOINT_REGISTRATION = Symbol.for('nestjs-whatsapp-cloud:flow-endpoint-registration');

/** Metadata on a method: the filters of its `@OnFlowRequest` decorators. */
export const FLOW_HANDLER_METADATA = 'whatsapp:flow-handlers';

/** Kind of the execution context that guards, interceptors, pipes and filters of a handler see. */
export const FLOW_CONTEXT_TYPE = 'whatsapp-flow';

/** Path of the endpoint, below the application's global prefix. */
export const DEFAULT_FLOW_PATH = 'whatsapp/flows';

/** Largest request that Meta sends, bytes. */
export const DEFAULT_FLOW_BODY_LIMIT = 10 * 1024 * 1024;

/** Meta waits this long for an answer, milliseconds. */
export const FLOW_TIME_LIMIT_MS = 10_000;
