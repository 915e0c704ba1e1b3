import { ApplicationConfig, ContextIdFactory } from '@nestjs/core';
import { HandlerContexts } from '../../handlers/handler-contexts';
import type { HandlerMethod } from '../../handlers/handler-method';
import { HandlerPipeline } from '../../handlers/handler-pipeline';
import { inScope } from '../../handlers/handler-scope';
import { FLOW_CONTEXT_TYPE } from './flow-endpoint.constants';
import type { FlowHandler } from './flow-handlers.registry';
import type { FlowAnswer, FlowRequest } from './flow-request';

/**
 * Makes the function that runs a handler with everything around it, but without the application's global enhancers,
 * which are made for its own HTTP requests.
 */
export function runOf(handler: HandlerMethod): FlowHandler['run'] {
  const pipeline = new HandlerPipeline<FlowRequest>(handler, {
    contextType: FLOW_CONTEXT_TYPE,
    config: new ApplicationConfig(),
    mayBeEmpty: false,
    // What a filter returns is the answer.
    settle: (_error, filter) => filter(),
  });
  const contexts = new HandlerContexts<FlowRequest>(() => ContextIdFactory.create());
  return inScope(
    handler,
    contexts,
    (instance, contextId) =>
      pipeline.bind(instance, contextId) as (request: FlowRequest) => Promise<FlowAnswer>,
  );
}
