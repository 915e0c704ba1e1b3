import { IsObject } from 'class-validator';
import type { MediaFile, MediaSource } from '../../config/media-uploader.interface';
import { InputDto } from '../../validation/input.dto';
import { ANY_TEXT, FREE_TEXT } from '../../validation/limits';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { IsHttpUrl } from '../../validation/rules/is-http-url.decorator';
import { MustBeAbsent } from '../../validation/rules/must-be-absent.decorator';
import { OneOfMembers } from '../../validation/rules/one-of-members.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';

/** Media inside another message: exactly one of `id`, `link` and `file`. */
export class MediaReferenceDto extends InputDto {
  /** Id of uploaded media, good for 30 days. */
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

  @MustBeAbsent('headers and cards have no caption; use the body')
  caption?: undefined;
}

/** A document inside another message. */
export class DocumentReferenceDto extends MediaReferenceDto {
  /** Name shown to the user; its extension sets the icon. */
  @OptionalText(FREE_TEXT)
  filename?: string | undefined;
}
