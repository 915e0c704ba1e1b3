import fc from 'fast-check';
import { checkSdp } from '../../../../lib/calls/sdp/check-sdp';
import type { SdpFindingCode } from '../../../../lib/calls/sdp/sdp-finding';
import { ANSWER, ANSWERS, OFFER, OWN_OFFER } from '../sdp-samples';

const answerCodes = (sdp: unknown, severity?: string): SdpFindingCode[] =>
  checkSdp(sdp, { type: 'answer', offer: OFFER })
    .filter((finding) => severity === undefined || finding.severity === severity)
    .map(({ code }) => code);

const without = (name: string): string => ANSWER.replace(new RegExp(`a=${name}[^\r]*\r\n`, 'g'), '');

describe('checkSdp', () => {
  it.each(Object.keys(ANSWERS))('finds nothing wrong with the answer of a stack: %s', (stack) => {
    expect(answerCodes(ANSWERS[stack])).toEqual([]);
  });

  it('finds nothing wrong with an offer of the business', () => {
    expect(checkSdp(OWN_OFFER, { type: 'offer' })).toEqual([]);
  });

  it.each<[why: string, code: SdpFindingCode, sdp: unknown]>([
    ['nothing', 'empty', ''],
    ['blanks', 'empty', ' \r\n'],
    ['no text', 'empty', { type: 'answer' }],
    ['not SDP', 'not-sdp', '{"type":"answer"}'],
    ['a later version', 'not-sdp', ANSWER.replace('v=0', 'v=1')],
    ['line ends escaped twice', 'escaped-line-ends', ANSWER.replaceAll('\r\n', '\\r\\n')],
    ['bare line feeds', 'bare-line-feeds', ANSWER.replaceAll('\r\n', '\n')],
    ['one bare line feed', 'bare-line-feeds', ANSWER.replace('s=-\r\n', 's=-\n')],
    ['no audio', 'no-audio', ANSWER.replace('m=audio', 'm=video')],
    ['refused audio', 'no-audio', ANSWER.replace('m=audio 9', 'm=audio 0')],
    ['audio twice', 'several-audio', ANSWER + ANSWER.slice(ANSWER.indexOf('m=audio'))],
    ['another section', 'media-count', `${ANSWER}m=video 0 UDP/TLS/RTP/SAVPF 96\r\n`],
    ['plain RTP', 'protocol', ANSWER.replace('UDP/TLS/RTP/SAVPF', 'RTP/AVP')],
    ['SDES without a key', 'protocol', ANSWER.replace('UDP/TLS/RTP/SAVPF', 'RTP/SAVP')],
    ['no codec that WhatsApp speaks', 'no-codec', ANSWER.replace('OPUS/48000/2', 'G729/8000')],
    ['a codec never offered', 'codec-not-offered', ANSWER.replace('SAVPF 111 126', 'SAVPF 111 126 9')],
    ['no ufrag', 'no-ice', without('ice-ufrag')],
    ['a short password', 'no-ice', ANSWER.replace(/a=ice-pwd:.*\r\n/, 'a=ice-pwd:short\r\n')],
    ['no fingerprint', 'no-fingerprint', without('fingerprint')],
    [
      'several fingerprints',
      'several-fingerprints',
      ANSWER.replace('a=setup', 'a=fingerprint:sha-1 AA\r\na=setup'),
    ],
    ['another hash', 'fingerprint', ANSWER.replace('sha-256', 'sha-1')],
    ['a cut hash', 'fingerprint', ANSWER.replace(':2B\r\n', '\r\n')],
    ['no setup', 'no-setup', without('setup')],
    ['the setup of an offer', 'setup', ANSWER.replace('setup:active', 'setup:actpass')],
    ['another mid', 'mid', ANSWER.replace('mid:audio', 'mid:0')],
    ['the whole offer', 'echo', OFFER],
    ['the offer with another setup', 'echo', OFFER.replace('actpass', 'active')],
    ["the offer's certificate", 'echo', ANSWER.replace(/(?:2B:?){32}/, () => Array(32).fill('1a').join(':'))],
    [
      "the offer's password",
      'echo',
      ANSWER.replace(/a=ice-pwd:.*\r/, 'a=ice-pwd:bG9jYWwtb2ZmZXItcHdkLTEy\r'),
    ],
    ["the offer's user name", 'echo', ANSWER.replace('a=ice-ufrag:8a2f', 'a=ice-ufrag:Q3J+c2Fl/0dhcA==')],
  ])('refuses an answer with %s', (_why, code, sdp) => {
    expect(answerCodes(sdp, 'error')).toContain(code);
  });

  it.each<[why: string, code: SdpFindingCode, sdp: string]>([
    ['passive', 'setup', ANSWER.replace('setup:active', 'setup:passive')],
    ['ICE-lite on both sides', 'ice-lite', ANSWER.replace('a=setup', 'a=ice-lite\r\na=setup')],
    ['no digits', 'no-dtmf', ANSWER.replace('telephone-event/8000', 'telephone-event/48000')],
    ['no rtcp-mux', 'no-rtcp-mux', without('rtcp-mux')],
  ])('only doubts an answer that is %s', (_why, code, sdp) => {
    const findings = checkSdp(sdp, { type: 'answer' });
    expect(findings).toEqual([expect.objectContaining({ code, severity: 'warning' })]);
  });

  it('takes G.711 for a doubt, since the settings may allow it', () => {
    const sdp = OWN_OFFER.replace('SAVPF 111 63 9 0 8 126', 'SAVPF 0 8 126');
    expect(checkSdp(sdp, { type: 'offer' })).toEqual([
      expect.objectContaining({ code: 'no-opus', severity: 'warning' }),
    ]);
  });

  it('understands SDES', () => {
    const sdp = [
      'v=0',
      'o=- 1 1 IN IP4 192.0.2.1',
      's=-',
      't=0 0',
      'm=audio 19534 RTP/SAVP 111 126',
      'c=IN IP4 192.0.2.1',
      'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:c2VjcmV0',
      'a=rtpmap:111 opus/48000/2',
      'a=rtpmap:126 telephone-event/8000',
      '',
    ].join('\r\n');
    expect(checkSdp(sdp, { type: 'answer' })).toEqual([]);
  });

  it('compares payload types by number where an offer leaves them without a name', () => {
    const offer = OFFER.replace(/a=rtpmap:126[^\r]*\r\n/, '');
    expect(checkSdp(ANSWER, { type: 'answer', offer })).toEqual([]);
  });

  it('never quotes what it was given', () => {
    const secret = 'bG9jYWwtb2ZmZXItcHdkLTEy';
    const texts = [OFFER, ANSWER.replace(/a=ice-pwd:.*\r/, `a=ice-pwd:${secret}\r`)].flatMap((sdp) =>
      checkSdp(sdp, { type: 'answer', offer: OFFER }).map(({ message }) => message),
    );
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).not.toContain(secret);
  });

  it('does not throw, whatever lines are changed, dropped or doubled', () => {
    const all = ANSWER.split('\r\n');
    fc.assert(
      fc.property(
        fc.nat(all.length - 1),
        fc.oneof(fc.string(), fc.constantFrom(...all)),
        fc.boolean(),
        (at, line, drop) => {
          const changed = [...all];
          changed.splice(at, drop ? 1 : 0, ...(drop ? [] : [line]));
          const findings = checkSdp(changed.join('\r\n'), { type: 'answer', offer: OFFER });
          expect(Array.isArray(findings)).toBe(true);
        },
      ),
    );
    fc.assert(fc.property(fc.anything(), (value) => void checkSdp(value, { type: 'offer' })));
  });
});
