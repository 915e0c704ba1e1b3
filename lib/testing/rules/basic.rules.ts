import {
  absent,
  all,
  bool,
  date,
  emoji,
  exactlyOne,
  integer,
  list,
  numeric,
  object,
  oneOf,
  pattern,
  someText,
  text,
  url,
} from './checks';
import { may, need } from './rule';
import type { Rule } from './rule';

const media = (type: string): Rule[] => [
  need(type, exactlyOne('id', 'link'), 100),
  may(`${type}.id`, someText, 100),
  may(`${type}.link`, url, 100),
];

const caption = (type: string): Rule => may(`${type}.caption`, text(0, 1024));
const none = (path: string): Rule => may(path, absent, 100);

const NAME_PARTS = ['first_name', 'last_name', 'middle_name', 'suffix', 'prefix'];

/** A contact needs a name of more than one part. */
const contactName = all(object, (value) =>
  NAME_PARTS.some((part) => (value as Record<string, unknown>)[part] !== undefined)
    ? undefined
    : `must have at least one of {${NAME_PARTS.join(', ')}} besides formatted_name`,
);

/** Rules of the kinds whose content is flat, by kind. */
export const BASIC_RULES: Readonly<Record<string, readonly Rule[]>> = {
  text: [need('text.body', text(1, 4096), 100), may('text.preview_url', bool, 100)],
  image: [...media('image'), caption('image'), none('image.filename')],
  video: [...media('video'), caption('video'), none('video.filename')],
  audio: [...media('audio'), none('audio.caption'), none('audio.filename'), may('audio.voice', bool, 100)],
  document: [...media('document'), caption('document'), may('document.filename', someText)],
  sticker: [...media('sticker'), none('sticker.caption'), none('sticker.filename')],
  location: [
    need('location.latitude', numeric(-90, 90), 100),
    need('location.longitude', numeric(-180, 180), 100),
    may('location.name', text(0, 4096)),
    may('location.address', text(0, 4096)),
  ],
  contacts: [
    need('contacts', list(1, 257)),
    need('contacts[]', object),
    need('contacts[].name', contactName),
    need('contacts[].name.formatted_name', someText),
    may('contacts[].birthday', date),
  ],
  reaction: [need('reaction.message_id', someText), need('reaction.emoji', emoji)],
  pin: [
    need('pin.type', oneOf('pin', 'unpin')),
    need('pin.message_id', someText),
    may('pin.expiration_days', integer(1, 30)),
  ],
  template: [
    need(
      'template.name',
      pattern(/^[a-z0-9_]{1,512}$/, 'lower-case letters, digits and underscores'),
      132001,
    ),
    need('template.language', object),
    need(
      'template.language.code',
      pattern(/^[a-z]{2,3}(?:_[A-Z]{2})?$/, 'a language code such as en_US'),
      132001,
    ),
    may('template.language.policy', oneOf('deterministic')),
    may('template.components', list(0, 100)),
    need('template.components[].type', someText),
    may('template.components[].parameters', list(0, 100)),
    need('template.components[].parameters[].type', someText),
  ],
};
