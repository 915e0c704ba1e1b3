import { InputDto } from '../../validation/input.dto';
import type { GroupRecipient, IndividualRecipient, Recipient } from '../../validation/recipient';
import { IsRecipient } from '../../validation/rules/is-recipient.decorator';
import { OpaqueData } from '../../validation/rules/opaque-data.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';

/** What every message input has besides its recipient. */
export abstract class MessageDto extends InputDto {
  /**
   * Data of your own that comes back in the status webhooks as `biz_opaque_callback_data`: text, or an object that is
   * sent as JSON. Up to 512 characters as sent. Every app subscribed to the webhook can read it.
   */
  @OpaqueData()
  correlation?: string | object | undefined;

  /** Delivers only while the user's identity hash equals this; needs the identity check of the number to be on. */
  @OptionalText()
  identityKeyHash?: string | undefined;
}

/** Something that can quote a message. */
export abstract class QuotingDto extends MessageDto {
  /** Id (`wamid.…`) of the message to quote. Messages older than 30 days are not shown in the quote. */
  @OptionalText()
  replyTo?: string | undefined;
}

/** A message for a user or a group. */
export abstract class ChatMessageDto extends QuotingDto {
  /** Who receives it: a phone number with country code, a user id, or a tagged recipient. Sent as given. */
  @IsRecipient()
  to!: Recipient;
}

/** A message that Meta does not deliver to groups. */
export abstract class UserMessageDto extends QuotingDto {
  /** Who receives it: one user. */
  @IsRecipient('individual')
  to!: IndividualRecipient;
}

/** Something that exists in groups only. */
export abstract class GroupMessageDto extends MessageDto {
  /** The group. */
  @IsRecipient('group')
  to!: GroupRecipient;
}
