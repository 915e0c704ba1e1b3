/** One media section of a session description, with the session's own attributes where it has none. */
export interface SdpMedia {
  /** `audio`, `video`, `application`. */
  readonly kind: string;
  /** 0 means refused. */
  readonly port: number;
  /** e.g. `UDP/TLS/RTP/SAVPF`. */
  readonly protocol: string;
  /** Payload types, in order of preference. */
  readonly formats: readonly string[];
  /** All values of an attribute; those of the session when the section has none. */
  attributes(name: string): readonly string[];
  /** `name/rate` of a payload type, lower case, e.g. `opus/48000`; undefined when it is not told. */
  codecOf(format: string): string | undefined;
}

/** What tells two ends of a call apart: no two of them share any of these. */
export interface SdpIdentity {
  readonly ufrag?: string | undefined;
  readonly pwd?: string | undefined;
  readonly fingerprint?: string | undefined;
}

/** A session description, read leniently. */
export interface SessionDescription {
  readonly media: readonly SdpMedia[];
  /** The first live audio section. */
  readonly audio: SdpMedia | undefined;
}

/** Payload types that need no `rtpmap`. */
const STATIC_CODECS: Readonly<Record<string, string>> = {
  0: 'pcmu/8000',
  8: 'pcma/8000',
  9: 'g722/8000',
  13: 'cn/8000',
};

type Attributes = Map<string, string[]>;

/** Reads a session description, whatever its line ends. Never throws; what is no line of SDP is left out. */
export function readSdp(sdp: string): SessionDescription {
  const session: Attributes = new Map();
  const media: SdpMedia[] = [];
  let attributes = session;
  for (const line of sdp.split(/\r\n|\r|\n/)) {
    const value = line.slice(2);
    if (line.startsWith('m=')) {
      attributes = new Map();
      media.push(mediaOf(value, attributes, session));
    } else if (line.startsWith('a=')) {
      const colon = value.indexOf(':');
      const name = colon < 0 ? value : value.slice(0, colon);
      const values = attributes.get(name) ?? [];
      attributes.set(name, [...values, colon < 0 ? '' : value.slice(colon + 1).trim()]);
    }
  }
  return { media, audio: media.find(({ kind, port }) => kind === 'audio' && port !== 0) };
}

/** The credentials and the certificate of a session description. */
export function sdpIdentity(sdp: string): SdpIdentity {
  const { audio, media } = readSdp(sdp);
  const section = audio ?? media[0];
  const [ufrag] = section?.attributes('ice-ufrag') ?? [];
  const [pwd] = section?.attributes('ice-pwd') ?? [];
  const [fingerprint] = section?.attributes('fingerprint') ?? [];
  return { ufrag, pwd, fingerprint: fingerprint?.toLowerCase() };
}

function mediaOf(line: string, own: Attributes, session: Attributes): SdpMedia {
  const [kind = '', port = '', protocol = '', ...formats] = line.trim().split(/ +/);
  const attributes = (name: string): readonly string[] => own.get(name) ?? session.get(name) ?? [];
  return {
    kind,
    port: Number.parseInt(port, 10),
    protocol,
    formats,
    attributes,
    codecOf: (format) => {
      const mapped = attributes('rtpmap').find((value) => value.startsWith(`${format} `));
      const [name, rate] =
        mapped
          ?.slice(format.length + 1)
          .trim()
          .split('/') ?? [];
      return name === undefined ? STATIC_CODECS[format] : `${name}/${rate ?? ''}`.toLowerCase();
    },
  };
}
