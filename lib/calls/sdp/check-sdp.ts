import { echoFindings, offerFindings } from './sdp-against-offer';
import { codecFindings, transportFindings } from './sdp-audio';
import type { SdpCheckOptions, SdpFinding } from './sdp-finding';
import { readSdp } from './sdp-reader';

/**
 * What is wrong with the session description of an audio call, as far as its text tells. Calls over DTLS and over SDES
 * are understood. `CallsService` refuses a call step for the findings of severity `error`.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/reference#sdp-overview-and-sample-sdp-structures
 * @publicApi
 */
export function checkSdp(sdp: unknown, options: SdpCheckOptions): SdpFinding[] {
  const text = textFinding(sdp);
  if (text) return [text];
  const given = sdp as string;
  const description = readSdp(given);
  const offer = options.type === 'answer' ? options.offer : undefined;
  const echoed = offer === undefined ? [] : echoFindings(given, offer);
  // An echo is wrong in many ways; one tells it all.
  if (echoed.length > 0) return echoed;
  const { audio, media } = description;
  if (!audio) return [error('no-audio', 'has no live audio section (m=audio with a port that is not 0)')];
  const live = media.filter(({ kind, port }) => kind === 'audio' && port !== 0).length;
  const several = live > 1 ? [error('several-audio', `has ${live} audio sections: a call has one`)] : [];
  const against = offer === undefined ? [] : offerFindings(description, readSdp(offer));
  return [...several, ...transportFindings(audio, options.type), ...codecFindings(audio), ...against];
}

/** The text itself: nothing else can be told of one that is no session description. */
function textFinding(sdp: unknown): SdpFinding | undefined {
  if (typeof sdp !== 'string' || sdp.trim() === '')
    return error('empty', 'must be a session description (RFC 8866), as the WebRTC stack makes it');
  if (/^v=0\\[rn]/.test(sdp))
    return error(
      'escaped-line-ends',
      'has its line ends escaped twice: `\\r\\n` is written out. Give the text itself',
    );
  if (!/^v=0[\r\n]/.test(sdp)) return error('not-sdp', 'must begin with the line v=0 (RFC 8866)');
  if (/(?<!\r)\n/.test(sdp))
    return error(
      'bare-line-feeds',
      "must end its lines with CRLF: sdp.replace(/\\r?\\n/g, '\\r\\n') mends it",
    );
  return undefined;
}

function error(code: SdpFinding['code'], message: string): SdpFinding {
  return { code, severity: 'error', basis: 'rfc', message };
}
