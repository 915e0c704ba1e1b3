import type { Limit } from '../../validation/limits';
import { CONTENT_LIMITS, FREE_TEXT } from '../../validation/limits';
import { Advise, Rule } from '../../validation/rule.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';
import { codePointLength } from '../../validation/text-length';
import { ChatMessageDto } from './message.dto';

/** A place on the map. */
export class SendLocationDto extends ChatMessageDto {
  /** Degrees, -90 to 90, as a number or numeric text. */
  @Coordinate(CONTENT_LIMITS.latitude)
  latitude!: number | string;

  /** Degrees, -180 to 180, as a number or numeric text. */
  @Coordinate(CONTENT_LIMITS.longitude)
  longitude!: number | string;

  /** Name of the place. */
  @OptionalText(FREE_TEXT)
  @Advise('longName', (value) => longerThan(value, 100))
  name?: string | undefined;

  /** Address of the place. Shown only beside a name. */
  @OptionalText(FREE_TEXT)
  @Advise('longAddress', (value) => longerThan(value, 300))
  @Advise('addressNeedsName', (_value, { name }) =>
    name == null ? 'is not shown without a name' : undefined,
  )
  address?: string | undefined;
}

/** Input of `sendLocation`. @publicApi */
export type SendLocationInput = SendLocationDto;

function Coordinate({ min, max }: Limit): PropertyDecorator {
  return Rule(
    'coordinate',
    (value) => {
      const text = typeof value === 'string' && value.trim() !== '';
      const degrees = text ? Number(value) : value;
      return typeof degrees === 'number' && degrees >= min && degrees <= max
        ? undefined
        : `must be a number from ${min} to ${max}`;
    },
    { type: 'number', minimum: min, maximum: max },
  );
}

function longerThan(value: unknown, length: number): string | undefined {
  return typeof value === 'string' && codePointLength(value) > length
    ? `is longer than ${length} characters`
    : undefined;
}
