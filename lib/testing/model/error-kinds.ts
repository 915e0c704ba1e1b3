/** What the emulator knows about an error code. */
export interface ErrorKind {
  readonly status: number;
  /** Short title, as Meta puts it into messages. */
  readonly title: string;
  readonly transient?: true;
}

/** HTTP status and short title of the codes that the emulator answers with. */
const KINDS: Readonly<Record<number, ErrorKind>> = {
  1: { status: 500, title: 'An unknown error occurred' },
  2: { status: 503, title: 'Service temporarily unavailable', transient: true },
  4: { status: 400, title: 'Application request limit reached', transient: true },
  10: { status: 403, title: 'Application does not have permission for this action' },
  100: { status: 400, title: 'Invalid parameter' },
  104: { status: 401, title: 'An access token is required to request this resource.' },
  190: { status: 401, title: 'Invalid OAuth access token - Cannot parse access token' },
  200: { status: 403, title: 'Permissions error' },
  613: { status: 429, title: 'Calls to this api have exceeded the rate limit.' },
  803: { status: 404, title: 'Some of the aliases you requested do not exist' },
  2500: { status: 400, title: 'Unknown path components' },
  80007: { status: 400, title: 'Rate limit issues', transient: true },
  130429: { status: 400, title: 'Rate limit hit' },
  131000: { status: 500, title: 'Something went wrong' },
  131005: { status: 403, title: 'Access denied' },
  131008: { status: 400, title: 'Required parameter is missing' },
  131009: { status: 400, title: 'Parameter value is not valid' },
  131016: { status: 500, title: 'Service unavailable' },
  131020: { status: 400, title: 'Bad group' },
  131021: { status: 400, title: 'Recipient cannot be sender' },
  131026: { status: 400, title: 'Message undeliverable' },
  131030: { status: 400, title: 'Recipient phone number not in allowed list' },
  131031: { status: 403, title: 'Account has been locked' },
  131041: { status: 400, title: 'Group unknown' },
  131047: { status: 400, title: 'Re-engagement message' },
  131048: { status: 400, title: 'Spam rate limit hit' },
  131049: { status: 400, title: 'This message was not delivered to maintain healthy ecosystem engagement.' },
  131050: { status: 400, title: 'User has stopped receiving marketing messages' },
  131051: { status: 400, title: 'Unsupported message type' },
  131052: { status: 400, title: 'Media download error' },
  131053: { status: 400, title: 'Media upload error' },
  131056: { status: 400, title: '(Business Account, Consumer Account) pair rate limit hit' },
  131062: { status: 400, title: 'Business-scoped user ids are not supported for this message' },
  132000: { status: 400, title: 'Number of parameters does not match the expected number of params' },
  132001: { status: 404, title: 'Template name does not exist in the translation' },
  132012: { status: 400, title: 'Parameter format does not match format in the created template' },
  132015: { status: 400, title: 'Template is Paused' },
  132016: { status: 400, title: 'Template is Disabled' },
  132018: { status: 400, title: "There's an issue with the parameters in your template" },
  133010: { status: 400, title: 'Phone number not registered' },
  135000: { status: 400, title: 'Generic user error' },
};

/** Status and title of a code. */
export function errorKind(code: number): ErrorKind {
  return KINDS[code] ?? { status: 400, title: 'Error' };
}
