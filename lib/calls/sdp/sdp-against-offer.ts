import type { SdpFinding } from './sdp-finding';
import type { SdpMedia, SessionDescription } from './sdp-reader';
import { sdpIdentity } from './sdp-reader';

/** The caller's own words sent back: the offer as a whole, its credentials or its certificate. */
export function echoFindings(sdp: string, offer: string): SdpFinding[] {
  const offered = sdpIdentity(offer);
  const own = sdpIdentity(sdp);
  const same = (mine: string | undefined, theirs: string | undefined): boolean =>
    mine !== undefined && mine === theirs;
  const echoed =
    sdp.trim() === offer.trim() ||
    same(own.ufrag, offered.ufrag) ||
    same(own.pwd, offered.pwd) ||
    same(own.fingerprint, offered.fingerprint);
  if (!echoed) return [];
  return [
    {
      code: 'echo',
      severity: 'error',
      basis: 'ours',
      message:
        "is the caller's own offer, or has its credentials: answer with the description that your side made",
    },
  ];
}

/** What does not fit the offer that is answered. */
export function offerFindings(answer: SessionDescription, offer: SessionDescription): SdpFinding[] {
  const { audio } = answer;
  if (!audio || !offer.audio) return [];
  return [
    ...mediaFindings(answer, offer),
    ...codecFindings(audio, offer.audio),
    ...midFindings(audio, offer.audio),
  ];
}

function mediaFindings(answer: SessionDescription, offer: SessionDescription): SdpFinding[] {
  if (answer.media.length === offer.media.length) return [];
  return [
    {
      code: 'media-count',
      severity: 'error',
      basis: 'rfc',
      message: `must have as many media sections as the offer: ${offer.media.length}, not ${answer.media.length}`,
    },
  ];
}

function codecFindings(audio: SdpMedia, offered: SdpMedia): SdpFinding[] {
  const known = new Set(offered.formats.map((format) => offered.codecOf(format)));
  // An offer may leave a payload type without a name; then only its number can be compared.
  const offeredBare = (format: string): boolean =>
    offered.formats.includes(format) && offered.codecOf(format) === undefined;
  const strange = audio.formats.filter((format) => !known.has(audio.codecOf(format)) && !offeredBare(format));
  if (strange.length === 0) return [];
  return [
    {
      code: 'codec-not-offered',
      severity: 'error',
      basis: 'rfc',
      message: `answers with codecs that were not offered (payload types ${strange.join(', ')})`,
    },
  ];
}

function midFindings(audio: SdpMedia, offered: SdpMedia): SdpFinding[] {
  const [mid] = offered.attributes('mid');
  if (mid === undefined || audio.attributes('mid').includes(mid)) return [];
  return [{ code: 'mid', severity: 'error', basis: 'rfc', message: 'must repeat the a=mid of the offer' }];
}
