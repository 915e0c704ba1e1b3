import type { IndividualRecipient } from '../validation/recipient';
import { recipientFields } from '../validation/recipient';
import type {
  OutboundGroupCreate,
  OutboundGroupParticipant,
  OutboundGroupUpdate,
} from '../wire/groups/group';
import type { CreateGroupInput } from './dto/create-group.dto';
import type { UpdateGroupInput } from './dto/update-group.dto';

const product = { messaging_product: 'whatsapp' } as const;

export function buildCreate({
  subject,
  description,
  joinApprovalMode,
}: CreateGroupInput): OutboundGroupCreate {
  return {
    ...product,
    subject,
    ...(description !== undefined && { description }),
    ...(joinApprovalMode !== undefined && { join_approval_mode: joinApprovalMode }),
  };
}

export function buildUpdate({ subject, description }: UpdateGroupInput): OutboundGroupUpdate {
  return {
    ...product,
    ...(subject !== undefined && { subject }),
    ...(description !== undefined && { description }),
  };
}

export function buildParticipant(user: IndividualRecipient): OutboundGroupParticipant {
  const fields = recipientFields(user);
  return 'recipient' in fields ? { user_id: fields.recipient } : { user: fields.to };
}

/** The form of a picture. */
export function buildPicture(bytes: Uint8Array): FormData {
  const form = new FormData();
  form.append('messaging_product', product.messaging_product);
  form.append('file', new Blob([bytes], { type: 'image/jpeg' }), 'picture.jpg');
  return form;
}
