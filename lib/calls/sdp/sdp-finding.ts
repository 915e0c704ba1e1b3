/** Names of what can be wrong with a session description. @publicApi */
export type SdpFindingCode =
  | 'empty'
  | 'not-sdp'
  | 'escaped-line-ends'
  | 'bare-line-feeds'
  | 'no-audio'
  | 'several-audio'
  | 'media-count'
  | 'protocol'
  | 'no-codec'
  | 'no-opus'
  | 'codec-not-offered'
  | 'no-dtmf'
  | 'no-ice'
  | 'ice-lite'
  | 'no-fingerprint'
  | 'several-fingerprints'
  | 'fingerprint'
  | 'no-setup'
  | 'setup'
  | 'no-rtcp-mux'
  | 'mid'
  | 'echo';

/**
 * Something that is wrong with a session description. It never quotes it: descriptions hold addresses and credentials.
 * @publicApi
 */
export interface SdpFinding {
  readonly code: SdpFindingCode;
  /** `error`: the call cannot work. `warning`: it may. */
  readonly severity: 'error' | 'warning';
  /** Whose rule it is: Meta's pages, an RFC, reports of users, or our own care. */
  readonly basis: 'meta' | 'rfc' | 'reported' | 'ours';
  /** What is wrong and how to mend it, in words that follow `sdp`. */
  readonly message: string;
}

/** What is known about the call that a session description is for. @publicApi */
export interface SdpCheckOptions {
  /** Which half of the negotiation it is. */
  readonly type: 'offer' | 'answer';
  /** The offer that it answers. Without it, an answer is checked on its own. */
  readonly offer?: string | undefined;
}
