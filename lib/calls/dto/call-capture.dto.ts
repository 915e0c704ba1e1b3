import { IsOptional } from 'class-validator';
import { InputDto } from '../../validation/input.dto';
import { Advise } from '../../validation/rule.decorator';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { Nested } from '../../validation/rules/nested.decorator';

const SEE =
  'https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-recording';

/** Longest purpose of a recording, characters. */
const PURPOSE = { min: 1, max: 250, see: SEE } as const;
const LANGUAGE = { min: 2, max: 15, see: SEE } as const;

/** Languages that have an announcement of their own. */
const LANGUAGES = new Set(
  'en en_US en_AU en_CA en_GB en_IN en_NZ fr de hi it kn pt es te vi nl es_ES'.split(' '),
);

/** Asks for the recording or the transcript of one call. Both sides hear an announcement first. */
export class CallCaptureDto extends InputDto {
  /** What it is for, up to 250 characters. It is read out, so write it in the language of the announcement. */
  @CodePointLength(PURPOSE)
  purpose!: string;

  /** Locale of the announcement, e.g. `en_US` or `es`. */
  @CodePointLength(LANGUAGE)
  @Advise('announcementLanguage', (value) =>
    LANGUAGES.has(value as string) ? undefined : 'is a language that Meta had no announcement for',
  )
  language!: string;
}

/** What a call may be recorded as. */
export abstract class CapturedCallDto extends InputDto {
  /**
   * Records the call. The file comes by a `call.recording_available` event after it has ended.
   * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-recording
   */
  @IsOptional()
  @Nested(() => CallCaptureDto)
  recording?: CallCaptureDto | undefined;

  /**
   * Transcribes the call. The document comes by a `call.transcription_available` event after it has ended. Beside a
   * recording, the purpose and language of the recording are read out.
   * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-transcription
   */
  @IsOptional()
  @Nested(() => CallCaptureDto)
  transcription?: CallCaptureDto | undefined;
}
