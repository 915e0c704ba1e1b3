import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { WhatsAppEvent } from 'nestjs-whatsapp-cloud';

/** An ordinary Nest guard: events of blocked users reach no handler of the class it stands on. */
@Injectable()
export class NotBlockedGuard implements CanActivate {
  private readonly blocked = new Set(['15550100666']);

  canActivate(context: ExecutionContext): boolean {
    const [event] = context.getArgs<[WhatsAppEvent<'message.*'>]>();
    return !this.blocked.has(event.contact?.wa_id ?? '');
  }
}
