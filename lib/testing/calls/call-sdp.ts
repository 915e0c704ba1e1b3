import { createHash } from 'node:crypto';

interface Endpoint {
  readonly ufrag: string;
  readonly pwd: string;
  readonly fingerprint: string;
}

/** Credentials that look like Meta's, with `+`, `/` and `=` in them, and are the same in every run. */
function endpointOf(callId: string): Endpoint {
  const bytes = createHash('sha512').update(callId).digest();
  return {
    ufrag: bytes.subarray(0, 10).toString('base64'),
    pwd: bytes.subarray(10, 28).toString('base64'),
    fingerprint: Array.from(bytes.subarray(28, 60), (byte) => byte.toString(16).padStart(2, '0'))
      .join(':')
      .toUpperCase(),
  };
}

/**
 * What Meta's side of a call says: ICE-lite, one audio section with Opus and digits, all candidates at once. Signalling
 * only: nobody listens at the address.
 */
export function metaSdp(callId: string, atMs: number, type: 'offer' | 'answer', mid = 'audio'): string {
  const { ufrag, pwd, fingerprint } = endpointOf(callId);
  const lines = [
    'v=0',
    `o=- ${atMs} 2 IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    `a=group:BUNDLE ${mid}`,
    'a=msid-semantic: WMS 4a1f0c9e',
    'a=ice-lite',
    'm=audio 3480 UDP/TLS/RTP/SAVPF 111 126',
    'c=IN IP4 192.0.2.10',
    'a=rtcp:9 IN IP4 0.0.0.0',
    'a=candidate:1 1 udp 2113937151 192.0.2.10 3480 typ host generation 0 network-cost 50',
    `a=ice-ufrag:${ufrag}`,
    `a=ice-pwd:${pwd}`,
    `a=fingerprint:sha-256 ${fingerprint}`,
    `a=setup:${type === 'offer' ? 'actpass' : 'passive'}`,
    `a=mid:${mid}`,
    'a=sendrecv',
    'a=msid:4a1f0c9e WhatsAppTrack1',
    'a=rtcp-mux',
    'a=rtpmap:111 opus/48000/2',
    'a=rtcp-fb:111 transport-cc',
    'a=fmtp:111 maxaveragebitrate=20000;maxplaybackrate=16000;minptime=20;sprop-maxcapturerate=16000;useinbandfec=1',
    'a=rtpmap:126 telephone-event/8000',
    'a=maxptime:20',
    'a=ptime:20',
    'a=ssrc:1595417823 cname:WhatsAppAudioStream1',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** The `a=mid` of a session description, which an answer repeats. */
export function midOf(sdp: string): string | undefined {
  return /^a=mid:(\S+)/m.exec(sdp)?.[1];
}

/** Why Meta would not take a session description; undefined when it would. */
export function sdpProblem(
  sdp: unknown,
  type: 'offer' | 'answer',
  offer: string | undefined,
): string | undefined {
  if (typeof sdp !== 'string' || !sdp.startsWith('v=0\r\n')) return 'The SDP is not compliant with RFC 8866.';
  const lines = sdp.split('\r\n');
  const all = (prefix: string): string[] => lines.filter((line) => line.startsWith(prefix));
  if (lines.some((line) => line.includes('\n'))) return 'The SDP is not compliant with RFC 8866.';
  const audio = all('m=audio ');
  if (audio.length !== 1 || audio[0]?.startsWith('m=audio 0 ')) return 'The SDP must have one audio section.';
  if (!audio[0]?.includes(' UDP/TLS/RTP/SAVPF ')) return 'The audio must be sent as UDP/TLS/RTP/SAVPF.';
  if (all('a=fingerprint:').length !== 1) return 'The SDP must have one fingerprint.';
  if (all('a=ice-ufrag:').length === 0 || all('a=ice-pwd:').length === 0)
    return 'The SDP has no ICE credentials.';
  const [setup] = all('a=setup:');
  if (type === 'answer' && setup !== 'a=setup:active' && setup !== 'a=setup:passive')
    return 'The SDP answer must have a=setup:active or passive.';
  if (offer !== undefined && all('a=ice-pwd:').some((line) => offer.includes(line)))
    return 'The SDP answer is the offer of the caller.';
  return undefined;
}
