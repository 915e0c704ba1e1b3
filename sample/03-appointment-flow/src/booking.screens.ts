import { Injectable, UseGuards } from '@nestjs/common';
import { OnFlowRequest } from 'nestjs-whatsapp-cloud';
import type { FlowRequest, FlowScreenResponse, FlowSuccessResponse } from 'nestjs-whatsapp-cloud';
import { bookingFlow } from './booking.flow';
import type { BookingFlow } from './booking.flow';
import { Calendar } from './calendar';
import { InvitationGuard } from './invitation.guard';
import { Invitations } from './invitations';

type AnyScreen = 'SERVICE' | 'TIME' | 'CONFIRM';

/** The flow's endpoint: answers each screen with the next one. */
@Injectable()
@UseGuards(InvitationGuard)
export class BookingScreens {
  constructor(
    private readonly calendar: Calendar,
    private readonly invitations: Invitations,
  ) {}

  @OnFlowRequest({ flow: bookingFlow, action: 'INIT' })
  onOpen(request: FlowRequest<BookingFlow, AnyScreen, 'INIT'>): FlowScreenResponse {
    return request.show('SERVICE', { services: this.calendar.services });
  }

  @OnFlowRequest({ flow: bookingFlow, screen: 'SERVICE', action: 'data_exchange' })
  onService(request: FlowRequest<BookingFlow, 'SERVICE', 'data_exchange'>): FlowScreenResponse {
    const times = this.calendar.freeTimes;
    if (times.length === 0) return request.fail('We are fully booked this week.');
    return request.show('TIME', { times });
  }

  @OnFlowRequest({ flow: bookingFlow, screen: 'TIME', action: 'data_exchange' })
  onTime(request: FlowRequest<BookingFlow, 'TIME', 'data_exchange'>): FlowScreenResponse {
    const { service, time } = request.data;
    if (!this.calendar.isFree(time)) {
      return request.fail('This time has just been taken.', { times: this.calendar.freeTimes });
    }
    return request.show('CONFIRM', { summary: this.calendar.describe(service, time) });
  }

  @OnFlowRequest({ flow: bookingFlow, screen: 'CONFIRM', action: 'data_exchange' })
  onConfirm(
    request: FlowRequest<BookingFlow, 'CONFIRM', 'data_exchange'>,
  ): FlowScreenResponse | FlowSuccessResponse {
    const { service, time, note } = request.data;
    const booking = this.calendar.book(service, time, note);
    if (!booking) return request.fail('This time has just been taken. Please go back.');
    this.invitations.close(request.flowToken);
    return request.close({ booking: booking.number });
  }
}
