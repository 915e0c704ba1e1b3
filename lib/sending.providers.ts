import type { Provider } from '@nestjs/common';
import { SendOutcomes } from './graph/send-outcomes.service';
import { pacingProviders } from './pacing/pacing.providers';
import { SendingSubscriber } from './sending.subscriber';
import { WindowSubscriber } from './window.subscriber';
import { windowProviders } from './window/window.providers';

/** What stands around sending: pace, windows, outcomes, and what ties them to events. */
export const sendingProviders: readonly Provider[] = [
  ...pacingProviders,
  ...windowProviders,
  SendOutcomes,
  SendingSubscriber,
  WindowSubscriber,
];
