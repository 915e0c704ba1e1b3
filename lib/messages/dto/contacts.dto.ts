import { CONTENT_LIMITS } from '../../validation/limits';
import { Advise } from '../../validation/rule.decorator';
import { ItemCount } from '../../validation/rules/item-count.decorator';
import { NestedList } from '../../validation/rules/nested.decorator';
import { ContactCardDto } from './contact-card.dto';
import { ChatMessageDto } from './message.dto';

/** One or more contacts. */
export class SendContactsDto extends ChatMessageDto {
  /** 1 to 257 contacts; few are easier to use. */
  @NestedList(() => ContactCardDto)
  @ItemCount(CONTENT_LIMITS.contacts)
  @Advise('manyContacts', (value) =>
    Array.isArray(value) && value.length > 5
      ? 'has more than 5 items, which some clients show badly'
      : undefined,
  )
  contacts!: readonly ContactCardDto[];
}

/** Input of `sendContacts`. @publicApi */
export type SendContactsInput = SendContactsDto;
