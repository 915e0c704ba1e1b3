import { Test } from '@nestjs/testing';
import { accountProviders } from '../../../lib/config/account.providers';
import { Clock } from '../../../lib/config/clock';
import { WHATSAPP_OPTIONS } from '../../../lib/config/whatsapp.constants';
import { GraphClient } from '../../../lib/graph/graph-client.service';
import { messagesProviders } from '../../../lib/messages/messages.providers';
import { MessagesService } from '../../../lib/messages/messages.service';
import { validationProviders } from '../../../lib/validation/validation.providers';
import { ManualClock } from '../../support/manual-clock';
import { FakeGraph } from './support';

describe('the providers of messages', () => {
  it('make a service that sends', async () => {
    const graph = new FakeGraph();
    const module = await Test.createTestingModule({
      providers: [
        ...accountProviders,
        ...validationProviders,
        ...messagesProviders,
        { provide: GraphClient, useValue: graph },
        { provide: WHATSAPP_OPTIONS, useValue: {} },
        { provide: Clock, useValue: new ManualClock() },
      ],
    }).compile();
    await module.get(MessagesService).sendText({ to: '16505551234', body: 'Hello' });
    expect(graph.bodies[0].text).toEqual({ body: 'Hello' });
    await module.close();
  });
});
