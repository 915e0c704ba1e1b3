import type { SdpFinding } from './sdp-finding';
import type { SdpMedia } from './sdp-reader';

const DTLS = /^(?:UDP|TCP)\/TLS\/RTP\/SAVPF?$/;
const SDES = /^RTP\/SAVPF?$/;

/** Shortest credentials of ICE (RFC 8839). */
const MIN_UFRAG = 4;
const MIN_PWD = 22;

type Problem = readonly [
  code: SdpFinding['code'],
  basis: SdpFinding['basis'],
  message: string,
  severity?: 'warning',
];

/** What is wrong with the way in which the audio is to travel. */
export function transportFindings(audio: SdpMedia, type: 'offer' | 'answer'): SdpFinding[] {
  const { protocol } = audio;
  if (SDES.test(protocol)) {
    return audio.attributes('crypto').length > 0
      ? []
      : findings([['protocol', 'rfc', `has no a=crypto line, which ${protocol} (SDES) needs`]]);
  }
  if (!DTLS.test(protocol)) {
    return findings([
      ['protocol', 'meta', 'must send audio as UDP/TLS/RTP/SAVPF (or RTP/SAVP where SDES is set up)'],
    ]);
  }
  return findings([...iceProblems(audio, type), ...dtlsProblems(audio, type), ...rtcpProblems(audio)]);
}

/** What is wrong with the codecs of the audio. */
export function codecFindings(audio: SdpMedia): SdpFinding[] {
  const codecs = new Set(audio.formats.map((format) => audio.codecOf(format)));
  const problems: Problem[] = [];
  if (!codecs.has('opus/48000')) {
    const g711 = codecs.has('pcmu/8000') || codecs.has('pcma/8000');
    problems.push(
      g711
        ? [
            'no-opus',
            'meta',
            'has no opus/48000/2; G.711 alone works only where the settings allow it',
            'warning',
          ]
        : ['no-codec', 'meta', 'has no codec that WhatsApp speaks: add opus/48000/2'],
    );
  }
  if (!codecs.has('telephone-event/8000'))
    problems.push([
      'no-dtmf',
      'meta',
      'has no telephone-event/8000: digits that users press are lost',
      'warning',
    ]);
  return findings(problems);
}

function iceProblems(audio: SdpMedia, type: 'offer' | 'answer'): Problem[] {
  const [ufrag = ''] = audio.attributes('ice-ufrag');
  const [pwd = ''] = audio.attributes('ice-pwd');
  const problems: Problem[] = [];
  if (ufrag.length < MIN_UFRAG || pwd.length < MIN_PWD)
    problems.push([
      'no-ice',
      'rfc',
      `needs a=ice-ufrag (${MIN_UFRAG} characters or more) and a=ice-pwd (${MIN_PWD} or more)`,
    ]);
  if (type === 'answer' && audio.attributes('ice-lite').length > 0)
    problems.push([
      'ice-lite',
      'ours',
      'says a=ice-lite, as Meta does: then nobody starts the connection',
      'warning',
    ]);
  return problems;
}

function dtlsProblems(audio: SdpMedia, type: 'offer' | 'answer'): Problem[] {
  const problems: Problem[] = [];
  const fingerprints = audio.attributes('fingerprint');
  const [fingerprint = ''] = fingerprints;
  if (fingerprints.length === 0) problems.push(['no-fingerprint', 'rfc', 'needs an a=fingerprint line']);
  else if (fingerprints.length > 1)
    problems.push([
      'several-fingerprints',
      'reported',
      'has several a=fingerprint lines: Meta takes one, with sha-256',
    ]);
  else if (!/^sha-256 (?:[0-9a-f]{2}:){31}[0-9a-f]{2}$/i.test(fingerprint))
    problems.push(['fingerprint', 'reported', 'has an a=fingerprint that is no sha-256 of 32 bytes']);
  const [setup] = audio.attributes('setup');
  if (setup === undefined) problems.push(['no-setup', 'rfc', 'needs an a=setup line']);
  else if (type === 'answer' && setup !== 'active' && setup !== 'passive')
    problems.push([
      'setup',
      'rfc',
      'must answer with a=setup:active (or passive), not with the value of an offer',
    ]);
  else if (type === 'answer' && setup === 'passive')
    problems.push([
      'setup',
      'reported',
      'says a=setup:passive; Meta waits too, so that active is safer',
      'warning',
    ]);
  else if (type === 'offer' && setup !== 'actpass')
    problems.push(['setup', 'rfc', 'should offer a=setup:actpass', 'warning']);
  return problems;
}

function rtcpProblems(audio: SdpMedia): Problem[] {
  return audio.attributes('rtcp-mux').length > 0
    ? []
    : [['no-rtcp-mux', 'rfc', 'has no a=rtcp-mux, which Meta offers', 'warning']];
}

function findings(problems: readonly Problem[]): SdpFinding[] {
  return problems.map(([code, basis, message, severity = 'error' as const]) => ({
    code,
    severity,
    basis,
    message,
  }));
}
