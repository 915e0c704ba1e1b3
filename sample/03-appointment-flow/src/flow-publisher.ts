import { Injectable } from '@nestjs/common';
import { FlowKeysService, FlowSync } from 'nestjs-whatsapp-cloud';
import { bookingFlow } from './booking.flow';
import { FLOW_NAME, flowPrivateKey } from './flow.options';

/** Brings the public key and the flow to Meta. Running it again changes nothing. */
@Injectable()
export class FlowPublisher {
  constructor(
    private readonly keys: FlowKeysService,
    private readonly sync: FlowSync,
  ) {}

  /** @param endpointUri where Meta reaches this application, which must be listening: Meta asks it for its health */
  async publish(endpointUri: string): Promise<void> {
    const { state } = await this.keys.check(flowPrivateKey());
    if (state !== 'ready') await this.keys.upload(flowPrivateKey());
    await this.sync.sync(bookingFlow, {
      name: FLOW_NAME,
      categories: ['APPOINTMENT_BOOKING'],
      endpointUri,
      publish: true,
    });
  }
}
