import { errorKind } from '../model/error-kinds';
import type { JsonObject } from '../model/json';

/** Codes of Graph itself, whose messages do not begin with the code. */
const PLAIN_MESSAGES = new Set([1, 2, 104, 190, 2500]);

/** Details of a refusal. */
export interface RefusalOptions {
  /** The text of `message`, in place of the code and its title. */
  readonly message?: string | undefined;
  /** Goes into `error_data.details`. */
  readonly details?: string | undefined;
  readonly subcode?: number | undefined;
  readonly status?: number | undefined;
  readonly type?: string | undefined;
  /** Texts for end users. */
  readonly userTitle?: string | undefined;
  readonly userMessage?: string | undefined;
}

/** A request that the API refuses: becomes the answer. */
export class GraphRefusal extends Error {
  readonly status: number;

  constructor(
    readonly code: number,
    readonly options: RefusalOptions = {},
  ) {
    const { title, status } = errorKind(code);
    super(options.message ?? (PLAIN_MESSAGES.has(code) ? title : `(#${code}) ${title}`));
    this.status = options.status ?? status;
  }

  /** What went wrong, in one line. */
  get reason(): string {
    return this.options.details ?? this.options.userMessage ?? this.message;
  }

  /** The body that Meta answers with. */
  toBody(traceId: string): JsonObject {
    const { details, subcode, type, userTitle, userMessage } = this.options;
    return {
      error: {
        message: this.message,
        type: type ?? 'OAuthException',
        code: this.code,
        ...(subcode !== undefined && { error_subcode: subcode }),
        ...(errorKind(this.code).transient && { is_transient: true }),
        ...(userTitle !== undefined && { error_user_title: userTitle }),
        ...(userMessage !== undefined && { error_user_msg: userMessage }),
        ...(details !== undefined && { error_data: { messaging_product: 'whatsapp', details } }),
        fbtrace_id: traceId,
      },
    };
  }
}

/** The node in the path does not exist or is not the caller's. */
export function unknownNode(method: string, id: string): GraphRefusal {
  return new GraphRefusal(100, {
    message: `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`,
    subcode: 33,
    type: 'GraphMethodException',
  });
}
