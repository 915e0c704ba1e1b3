import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/**
 * Stands where your WebRTC stack will be: it agrees to an offer, but nobody listens. The stack of your choice makes the
 * answer, opens the connection to the candidates of the offer, and moves the audio.
 */
@Injectable()
export class MediaServer {
  answer(offer: string): string {
    const [mid = 'audio'] = /(?<=^a=mid:)\S+/m.exec(offer) ?? [];
    const fingerprint = randomBytes(32).toString('hex').match(/../g)?.join(':').toUpperCase();
    return [
      'v=0',
      `o=- ${Date.now()} 1 IN IP4 127.0.0.1`,
      's=-',
      't=0 0',
      `a=group:BUNDLE ${mid}`,
      'm=audio 9 UDP/TLS/RTP/SAVPF 111 126',
      'c=IN IP4 0.0.0.0',
      `a=ice-ufrag:${randomBytes(6).toString('base64')}`,
      `a=ice-pwd:${randomBytes(18).toString('base64')}`,
      `a=fingerprint:sha-256 ${fingerprint}`,
      'a=setup:active',
      `a=mid:${mid}`,
      'a=sendrecv',
      'a=rtcp-mux',
      'a=rtpmap:111 opus/48000/2',
      'a=rtpmap:126 telephone-event/8000',
      '',
    ].join('\r\n');
  }
}
