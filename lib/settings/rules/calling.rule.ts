import type { IssueList } from '../../validation/issue-list';
import { membersOf } from '../../validation/shape';
import { ANY_TEXT } from '../../validation/limits';
import type { RuleContext } from '../../validation/rule.decorator';
import { callHoursIssues } from './call-hours.rule';
import { sipIssues } from './sip.rule';

const SWITCH = ['ENABLED', 'DISABLED'];

type Members = Readonly<Record<string, unknown>>;
type Check = (path: string, value: unknown, list: IssueList, context: RuleContext) => void;

const oneOf =
  (...allowed: readonly string[]): Check =>
  (path, value, list) =>
    list.oneOf(path, value, allowed);

/** Voicemail starts this many seconds after the call at the latest. */
const TIMEOUT = { min: 0, max: 30 } as const;

/** The members that this release knows; others are sent as they are. */
const CHECKS: Readonly<Record<string, Check>> = {
  status: oneOf(...SWITCH),
  call_icon_visibility: oneOf('DEFAULT', 'DISABLE_ALL'),
  callback_permission_status: oneOf(...SWITCH),
  srtp_key_exchange_protocol: oneOf('DTLS', 'SDES'),
  call_hours: callHoursIssues,
  sip: sipIssues,
  call_icons: (path, value, list) =>
    eachOf(
      `${path}.restrict_to_user_countries`,
      membersOf(value)['restrict_to_user_countries'],
      list,
      (country) =>
        typeof country === 'string' && /^[A-Z]{2}$/.test(country)
          ? undefined
          : 'must be an ISO 3166 country code of two capital letters',
    ),
  audio: (path, value, list) => {
    const { additional_codecs: codecs } = membersOf(value);
    if (codecs == null) return;
    eachOf(`${path}.additional_codecs`, codecs, list, (codec) =>
      codec === 'PCMA' || codec === 'PCMU' ? undefined : 'must be PCMA or PCMU; Opus is always there',
    );
  },
  video: (path, value, list) => list.oneOf(`${path}.status`, membersOf(value)['status'], SWITCH),
  voicemail: voicemailIssues,
};

/** What is wrong with calling settings. */
export function callingIssues(path: string, value: unknown, list: IssueList, context: RuleContext): void {
  const calling: Members = membersOf(value);
  if (calling !== value) return list.add(path, 'must be an object');
  for (const [name, member] of Object.entries(calling)) {
    if (member !== undefined) CHECKS[name]?.(`${path}.${name}`, member, list, context);
  }
  if (isOn(calling['voicemail']) && isOn(calling['call_hours']))
    context.warn(`${path} has voicemail and call hours: outside of the hours users cannot call at all`);
}

function voicemailIssues(path: string, value: unknown, list: IssueList): void {
  const { status, triggers, audio } = membersOf(value);
  list.oneOf(`${path}.status`, status, SWITCH);
  if (status !== 'ENABLED') return;
  if (list.list(`${path}.triggers`, triggers, { min: 1, max: 2 }))
    triggers.forEach((trigger, index) =>
      list.oneOf(`${path}.triggers[${index}]`, trigger, ['REJECT', 'TIMEOUT']),
    );
  const at = `${path}.audio.default`;
  const { announcement_media_id: media, timeout_seconds: timeout } = membersOf(membersOf(audio)['default']);
  if (typeof media !== 'number') list.text(`${at}.announcement_media_id`, media, ANY_TEXT);
  const timed = Array.isArray(triggers) && triggers.includes('TIMEOUT');
  if (timed || timeout != null) list.integer(`${at}.timeout_seconds`, timeout, TIMEOUT);
}

function eachOf(
  path: string,
  values: unknown,
  list: IssueList,
  problem: (value: unknown) => string | undefined,
): void {
  if (!list.list(path, values, { min: 0, max: Infinity })) return;
  values.forEach((value, index) => list.add(`${path}[${index}]`, problem(value)));
}

function isOn(feature: unknown): boolean {
  return membersOf(feature)['status'] === 'ENABLED';
}
