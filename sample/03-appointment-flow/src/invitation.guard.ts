import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { FlowTokenNoLongerValidError } from 'nestjs-whatsapp-cloud';
import type { FlowRequest } from 'nestjs-whatsapp-cloud';
import { Invitations } from './invitations';

/** An ordinary Nest guard: an invitation that was used closes the button of its message. */
@Injectable()
export class InvitationGuard implements CanActivate {
  constructor(private readonly invitations: Invitations) {}

  canActivate(context: ExecutionContext): boolean {
    const [request] = context.getArgs<[FlowRequest]>();
    if (this.invitations.isOpen(request.flowToken)) return true;
    throw new FlowTokenNoLongerValidError('This invitation was used. Write to us for a new one.');
  }
}
