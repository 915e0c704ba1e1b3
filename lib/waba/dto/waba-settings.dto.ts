import { IsBoolean, IsOptional } from 'class-validator';
import { InputDto } from '../../validation/input.dto';
import { Rule } from '../../validation/rule.decorator';

/** Settings of a WABA, in Meta's names. What is left out stays. */
export class WabaSettingsDto extends InputDto {
  /** Switches template analytics on, for good. */
  @IsOptional()
  @Rule(
    'onlyTrue',
    (value) =>
      value === true ? undefined : 'must be true: template analytics cannot be switched off (200006)',
    { type: 'boolean' },
  )
  is_enabled_for_insights?: true;

  /** Lets marketing templates go out by the Marketing Messages API only. */
  @IsOptional()
  @IsBoolean()
  disable_marketing_messages_on_cloud_api?: boolean;

  /** Lets Meta archive templates that are not used. */
  @IsOptional()
  @IsBoolean()
  template_auto_archival_enabled?: boolean;
}
