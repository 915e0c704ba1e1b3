import { WhatsAppError } from '../../errors/whatsapp.error';
import type { FlowStatus } from '../../wire/inbound/flow-update';

/** `sync` would change a flow that is not a draft; nothing was changed. @publicApi */
export class FlowNotEditableError extends WhatsAppError {
  constructor(
    readonly flowId: string,
    readonly status: FlowStatus,
  ) {
    const advice =
      status === 'DEPRECATED' || status === 'BLOCKED'
        ? 'Give the new flow another name.'
        : 'Pass `replacePublished: true` to make a new version, or give the new flow another name.';
    super(`The flow ${flowId} differs from its definition and is ${status}. ${advice}`);
  }
}
