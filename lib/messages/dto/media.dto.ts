import { IsBoolean, IsObject, IsOptional } from 'class-validator';
import type { MediaFile, MediaSource } from '../../config/media-uploader.interface';
import { ANY_TEXT, CONTENT_LIMITS, FREE_TEXT } from '../../validation/limits';
import { Advise } from '../../validation/rule.decorator';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { IsHttpUrl } from '../../validation/rules/is-http-url.decorator';
import { MustBeAbsent } from '../../validation/rules/must-be-absent.decorator';
import { OneOfMembers } from '../../validation/rules/one-of-members.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';
import { codePointLength } from '../../validation/text-length';
import { ChatMessageDto } from './message.dto';

const NO_CAPTION = 'this kind has no caption; send a text after it';
const NO_FILENAME = 'only documents have a file name';

/** A message that is a piece of media: exactly one of `id`, `link` and `file`. */
export abstract class SendMediaDto extends ChatMessageDto {
  /** Id of uploaded media, good for 30 days. Preferred: Meta has it already. */
  @OneOfMembers('id', 'link', 'file')
  @CodePointLength(ANY_TEXT)
  id?: string | undefined;

  /** Public `http` or `https` URL. Meta fetches it and keeps it for 10 minutes. */
  @OneOfMembers('id', 'link', 'file')
  @IsHttpUrl()
  link?: string | undefined;

  /** Raw media, uploaded first: `{ path }`, bytes, a blob, a stream, or `{ source, mimeType, fileName }`. */
  @OneOfMembers('id', 'link', 'file')
  @IsObject()
  file?: MediaSource | MediaFile | undefined;
}

/** An image: JPEG or PNG, up to 5 MB. */
export class SendImageDto extends SendMediaDto {
  /** Text below the image, up to 1024 characters. */
  @OptionalText(CONTENT_LIMITS.caption)
  caption?: string | undefined;

  @MustBeAbsent(NO_FILENAME)
  filename?: undefined;
}

/** A video: MP4 or 3GPP with H.264 and AAC, up to 16 MB. */
export class SendVideoDto extends SendMediaDto {
  /** Text below the video, up to 1024 characters. */
  @OptionalText(CONTENT_LIMITS.caption)
  caption?: string | undefined;

  @MustBeAbsent(NO_FILENAME)
  filename?: undefined;
}

/** Audio: AAC, AMR, MP3, M4A or Ogg with Opus, up to 16 MB. */
export class SendAudioDto extends SendMediaDto {
  /** Shows a voice note; the file must be Ogg with Opus, and up to 512 KB for the play button. @default false */
  @IsOptional()
  @IsBoolean()
  voice?: boolean | undefined;

  @MustBeAbsent(NO_CAPTION)
  caption?: undefined;

  @MustBeAbsent(NO_FILENAME)
  filename?: undefined;
}

/** A voice note: Ogg with Opus, up to 512 KB for the play button. */
export class SendVoiceDto extends SendMediaDto {
  @MustBeAbsent(NO_CAPTION)
  caption?: undefined;

  @MustBeAbsent(NO_FILENAME)
  filename?: undefined;
}

/** A document, up to 100 MB. */
export class SendDocumentDto extends SendMediaDto {
  /** Text below the document, up to 1024 characters. */
  @OptionalText(CONTENT_LIMITS.caption)
  caption?: string | undefined;

  /** Name shown to the user; its extension sets the icon. */
  @OptionalText(FREE_TEXT)
  @Advise('longFilename', (value) =>
    typeof value === 'string' && codePointLength(value) > 240 ? 'is longer than 240 characters' : undefined,
  )
  filename?: string | undefined;
}

/** A sticker: WebP of 512 x 512 pixels, up to 100 KB, animated up to 500 KB. */
export class SendStickerDto extends SendMediaDto {
  @MustBeAbsent(NO_CAPTION)
  caption?: undefined;

  @MustBeAbsent(NO_FILENAME)
  filename?: undefined;
}

/** Input of `sendImage`. @publicApi */
export type SendImageInput = SendImageDto;
/** Input of `sendVideo`. @publicApi */
export type SendVideoInput = SendVideoDto;
/** Input of `sendAudio`. @publicApi */
export type SendAudioInput = SendAudioDto;
/** Input of `sendVoice`. @publicApi */
export type SendVoiceInput = SendVoiceDto;
/** Input of `sendDocument`. @publicApi */
export type SendDocumentInput = SendDocumentDto;
/** Input of `sendSticker`. @publicApi */
export type SendStickerInput = SendStickerDto;
