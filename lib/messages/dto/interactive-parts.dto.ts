import { IsOptional } from 'class-validator';
import { InputDto } from '../../validation/input.dto';
import { INTERACTIVE_LIMITS } from '../../validation/limits';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { Nested } from '../../validation/rules/nested.decorator';
import { OneOfMembers } from '../../validation/rules/one-of-members.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';
import { DocumentReferenceDto, MediaReferenceDto } from './media-reference.dto';
import { UserMessageDto } from './message.dto';

/** What stands above the body: exactly one of a text, an image, a video and a document. */
export class HeaderDto extends InputDto {
  /** Up to 60 characters. */
  @OneOfMembers('text', 'image', 'video', 'document')
  @CodePointLength(INTERACTIVE_LIMITS.headerText)
  text?: string | undefined;

  @OneOfMembers('text', 'image', 'video', 'document')
  @Nested(() => MediaReferenceDto)
  image?: MediaReferenceDto | undefined;

  @OneOfMembers('text', 'image', 'video', 'document')
  @Nested(() => MediaReferenceDto)
  video?: MediaReferenceDto | undefined;

  @OneOfMembers('text', 'image', 'video', 'document')
  @Nested(() => DocumentReferenceDto)
  document?: DocumentReferenceDto | undefined;
}

/** An interactive message whose one text is its body. */
export abstract class BodyMessageDto extends UserMessageDto {
  /** The text, up to 1024 characters. */
  @CodePointLength(INTERACTIVE_LIMITS.body)
  body!: string;
}

/** An interactive message with body and footer. */
export abstract class FooterMessageDto extends BodyMessageDto {
  /** Small text below, up to 60 characters. */
  @OptionalText(INTERACTIVE_LIMITS.footer)
  footer?: string | undefined;
}

/** An interactive message with header, body and footer. */
export abstract class HeaderMessageDto extends FooterMessageDto {
  /** What stands above the body. */
  @IsOptional()
  @Nested(() => HeaderDto)
  header?: HeaderDto | undefined;
}
