import type { Provider } from '@nestjs/common';
import { GraphClient } from './graph-client.service';
import { GraphPages } from './graph-pages.service';
import { GraphDispatcher } from './transport/graph-dispatcher';

/**
 * The Graph client and its connections. They need `HttpService`, the options, the clock and the account directory
 * (`accountProviders`).
 */
export const graphProviders: readonly Provider[] = [GraphDispatcher, GraphClient, GraphPages];
