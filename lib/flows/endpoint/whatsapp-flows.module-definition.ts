import { ConfigurableModuleBuilder } from '@nestjs/common';
import {
  DEFAULT_FLOW_BODY_LIMIT,
  DEFAULT_FLOW_PATH,
  FLOW_ENDPOINT_OPTIONS,
  FLOW_ENDPOINT_REGISTRATION,
} from './flow-endpoint.constants';
import type {
  FlowEndpointOptions,
  FlowEndpointRegistration,
  WhatsAppFlowsModuleExtras,
} from './flow-endpoint-options.interface';
import { createFlowController } from './flow-controller.factory';

const defaults: Required<WhatsAppFlowsModuleExtras> = {
  path: DEFAULT_FLOW_PATH,
  endpoint: 'default',
  bodyLimit: DEFAULT_FLOW_BODY_LIMIT,
  decorators: [],
};

let registrations = 0;

export const { ConfigurableModuleClass, OPTIONS_TYPE, ASYNC_OPTIONS_TYPE } =
  new ConfigurableModuleBuilder<FlowEndpointOptions>({ optionsInjectionToken: FLOW_ENDPOINT_OPTIONS })
    .setClassMethodName('forRoot')
    .setFactoryMethodName('createFlowEndpointOptions')
    .setExtras<WhatsAppFlowsModuleExtras>(defaults, (definition, extras) => {
      // The id also keeps two registrations apart where Nest tells modules apart by their serialised metadata.
      const id = `whatsapp-flows-${++registrations}`;
      const registration: FlowEndpointRegistration = { ...defaults, ...extras, id };
      return {
        ...definition,
        controllers: [createFlowController(registration)],
        providers: [
          ...(definition.providers ?? []),
          { provide: FLOW_ENDPOINT_REGISTRATION, useValue: registration },
        ],
      };
    })
    .build();
