const lines = (text: string): string =>
  `${text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join('\r\n')}\r\n`;

const FINGERPRINT = (byte: string): string => Array.from({ length: 32 }, () => byte).join(':');

/** A caller's offer as WhatsApp makes it: ICE-lite, one audio section, Opus and digits. */
export const OFFER = lines(`
  v=0
  o=- 1768004229000 2 IN IP4 127.0.0.1
  s=-
  t=0 0
  a=group:BUNDLE audio
  a=msid-semantic: WMS 7d2f4c1e
  a=ice-lite
  m=audio 3480 UDP/TLS/RTP/SAVPF 111 126
  c=IN IP4 192.0.2.10
  a=rtcp:9 IN IP4 0.0.0.0
  a=candidate:1 1 udp 2113937151 192.0.2.10 3480 typ host generation 0
  a=ice-ufrag:Q3J+c2Fl/0dhcA==
  a=ice-pwd:bG9jYWwtb2ZmZXItcHdkLTEy
  a=fingerprint:sha-256 ${FINGERPRINT('1A')}
  a=setup:actpass
  a=mid:audio
  a=sendrecv
  a=msid:7d2f4c1e WhatsAppTrack1
  a=rtcp-mux
  a=rtpmap:111 opus/48000/2
  a=rtcp-fb:111 transport-cc
  a=fmtp:111 maxaveragebitrate=20000;maxplaybackrate=16000;minptime=20;useinbandfec=1
  a=rtpmap:126 telephone-event/8000
  a=maxptime:20
  a=ptime:20
  a=ssrc:3405691582 cname:WhatsAppAudioStream1
`);

/** The answers of four kinds of stacks to it. */
export const ANSWERS: Readonly<Record<string, string>> = {
  'pure TypeScript': lines(`
    v=0
    o=- 73112 0 IN IP4 0.0.0.0
    s=-
    t=0 0
    a=group:BUNDLE audio
    m=audio 9 UDP/TLS/RTP/SAVPF 111 126
    c=IN IP4 0.0.0.0
    a=ice-ufrag:8a2f
    a=ice-pwd:ab1c2d3e4f5a6b7c8d9e0f1a
    a=fingerprint:sha-256 ${FINGERPRINT('2B')}
    a=setup:active
    a=mid:audio
    a=sendrecv
    a=rtcp-mux
    a=rtpmap:111 OPUS/48000/2
    a=rtpmap:126 telephone-event/8000
    a=candidate:a 1 udp 2130706431 10.0.0.5 50000 typ host
    a=end-of-candidates
  `),
  browser: lines(`
    v=0
    o=- 46117 2 IN IP4 127.0.0.1
    s=-
    t=0 0
    a=group:BUNDLE audio
    a=msid-semantic: WMS
    m=audio 9 UDP/TLS/RTP/SAVPF 111 126
    c=IN IP4 0.0.0.0
    a=rtcp:9 IN IP4 0.0.0.0
    a=candidate:1 1 udp 2113937151 6a1c.local 53127 typ host generation 0
    a=ice-ufrag:T0tl
    a=ice-pwd:n3Jc0pE8p9X1b7yTqkFz4L2a
    a=ice-options:trickle
    a=fingerprint:sha-256 ${FINGERPRINT('3c')}
    a=setup:active
    a=mid:audio
    a=sendrecv
    a=rtcp-mux
    a=rtpmap:111 opus/48000/2
    a=fmtp:111 minptime=10;useinbandfec=1
    a=rtpmap:126 telephone-event/8000
  `),
  'session level': lines(`
    v=0
    o=rtc 3767197920 0 IN IP4 127.0.0.1
    s=-
    t=0 0
    a=group:BUNDLE audio
    a=setup:active
    a=ice-ufrag:DL0x
    a=ice-pwd:aYm5O6VQbUAVu0Vh+nPv9T
    a=fingerprint:sha-256 ${FINGERPRINT('4D')}
    m=audio 50001 UDP/TLS/RTP/SAVPF 111 126
    c=IN IP4 10.0.0.6
    a=mid:audio
    a=sendrecv
    a=rtcp-mux
    a=rtpmap:111 opus/48000/2
    a=rtpmap:126 telephone-event/8000
  `),
};

/** An answer without any flaw. */
export const ANSWER = ANSWERS['pure TypeScript'] as string;

/** An offer of the business, as a browser makes it. */
export const OWN_OFFER = lines(`
  v=0
  o=- 99 2 IN IP4 127.0.0.1
  s=-
  t=0 0
  a=group:BUNDLE 0
  m=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8 126
  c=IN IP4 0.0.0.0
  a=ice-ufrag:4g1c
  a=ice-pwd:qYBbjQzg5ICn6X4fhJQetk01
  a=fingerprint:sha-256 ${FINGERPRINT('5E')}
  a=setup:actpass
  a=mid:0
  a=sendrecv
  a=rtcp-mux
  a=rtpmap:111 opus/48000/2
  a=rtpmap:63 red/48000/2
  a=rtpmap:126 telephone-event/8000
`);
