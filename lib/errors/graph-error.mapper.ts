import { AuthorizationError } from './authorization.errors';
import { findErrorRow, subcodeMeaning } from './error-codes';
import type { ErrorRow } from './error-table';
import type { ErrorCategory, GraphApiErrorClass, GraphApiErrorInit, RetryStrategy } from './graph-api.error';
import { GraphApiError } from './graph-api.error';
import type { ReportedError } from './reported-error';
import { isRecord, readError, textOf } from './reported-error';
import type { HeaderValues } from './retry-after';
import { retryAfterHeader, retryAfterInText, usageHeader } from './retry-after';
import { ThrottlingError } from './throttling.errors';
import { UnexpectedAnswerError } from './unexpected-answer.error';

/** What the caller knows about the request that was answered. */
export interface AnswerContext {
  /** The request without its ids, e.g. `POST /{id}/messages`: some codes mean something else on some endpoints. */
  readonly operation?: string | undefined;
  /** Milliseconds since the epoch, for waits that are given as a date. @default now */
  readonly now?: number | undefined;
  /** Texts that must not show up in the error: Meta repeats a token that it cannot read. */
  readonly secrets?: readonly string[] | undefined;
}

interface Verdict {
  readonly type: GraphApiErrorClass;
  readonly category: ErrorCategory;
  readonly retryable: boolean;
  readonly strategy: RetryStrategy;
  readonly afterSeconds?: number | undefined;
}

/**
 * Turns an answer that is no success into the error that describes it best. Never throws, whatever the body is.
 * @param body Parsed JSON, or the text when it is not JSON.
 */
export function toGraphApiError(
  status: number,
  headers: HeaderValues,
  body: unknown,
  context: AnswerContext = {},
): GraphApiError {
  const parsed = typeof body === 'string' ? tryParse(body) : body;
  const error = isRecord(parsed) ? parsed['error'] : undefined;
  const reported = isRecord(error) ? readError(error) : undefined;
  if (reported === undefined) return unexpected(status, headers, body, error, context);
  const now = context.now ?? Date.now();
  const verdict = judge(reported, status, context.operation);
  const wait = waitOf(verdict, reported.details, headers, status, now);
  return build(verdict, reported, {
    httpStatus: status,
    operation: context.operation,
    raw: parsed,
    secrets: context.secrets,
    ...wait,
  });
}

/** The class, category and retry advice for a reported error. */
export function judge(
  reported: ReportedError,
  status: number | undefined,
  operation: string | undefined,
): Verdict {
  const { code, subcode, transient } = reported;
  const row = code === undefined ? undefined : findErrorRow(code, subcode, operation);
  const verdict = row ? ofRow(row) : ofStatus(status ?? 0, code === undefined);
  if (!transient || verdict.retryable) return verdict;
  return { ...verdict, retryable: true, strategy: 'exponential' };
}

/** Makes the error itself. */
export function build(
  verdict: Verdict,
  reported: ReportedError,
  extra: Pick<GraphApiErrorInit, 'httpStatus' | 'operation' | 'raw' | 'retryAfterMs' | 'retryStrategy'> &
    Pick<AnswerContext, 'secrets'>,
): GraphApiError {
  const { code, subcode, fields } = reported;
  const meaning = code !== undefined && subcode !== undefined ? subcodeMeaning(code, subcode) : undefined;
  const { secrets = [], ...rest } = extra;
  const clean = (value: string | undefined): string | undefined =>
    value &&
    secrets.reduce((result, secret) => (secret ? result.replaceAll(secret, '[token]') : result), value);
  return new verdict.type({
    text: `${clean(reported.text) ?? 'Meta reported an error without a text'}${meaning ? ` (${meaning})` : ''}`,
    code,
    subcode,
    category: verdict.category,
    retryable: verdict.retryable,
    fbtraceId: textOf(fields['fbtrace_id']),
    details: clean(reported.details),
    userTitle: clean(textOf(fields['error_user_title'])),
    userMessage: clean(textOf(fields['error_user_msg'])),
    ...rest,
  });
}

/** The documented wait, unless the answer says better. */
export function waitOf(
  verdict: Verdict,
  details: string | undefined,
  headers: HeaderValues,
  status: number,
  now: number,
): { retryAfterMs?: number | undefined; retryStrategy: RetryStrategy } {
  const throttled = verdict.category === 'throttling' || status === 429;
  const said =
    (throttled || status === 503 ? retryAfterHeader(headers, now) : undefined) ??
    (throttled && (verdict.strategy === 'header' || status === 429) ? usageHeader(headers) : undefined);
  if (verdict.retryable && said !== undefined) return { retryAfterMs: said, retryStrategy: 'header' };
  return { retryAfterMs: documentedWait(verdict, details, now), retryStrategy: verdict.strategy };
}

function documentedWait(verdict: Verdict, details: string | undefined, now: number): number | undefined {
  if (verdict.afterSeconds !== undefined) return verdict.afterSeconds * 1000;
  switch (verdict.strategy) {
    case 'exponential':
      return 1000;
    case 'header':
      return 300_000; // no header: Meta's budgets are of an hour, five minutes is a fair first look
    case 'details':
      return retryAfterInText(details, now);
    default:
      return undefined;
  }
}

function ofRow(row: ErrorRow): Verdict {
  const { type, category, strategy, afterSeconds } = row;
  // A damaged cursor (`restart`) stays damaged: the same request does not succeed later.
  const retryable = row.retry !== 'no' && strategy !== 'none' && strategy !== 'restart';
  return { type, category, retryable, strategy, afterSeconds };
}

/** Statuses mean little beside a code, so most of them count only where there is none. */
function ofStatus(status: number, codeless: boolean): Verdict {
  if (status === 429)
    return { type: ThrottlingError, category: 'throttling', retryable: true, strategy: 'exponential' };
  if (status >= 500)
    return { type: GraphApiError, category: 'server', retryable: true, strategy: 'exponential' };
  const unauthorized = codeless && (status === 401 || status === 403);
  return unauthorized
    ? { type: AuthorizationError, category: 'authorization', retryable: false, strategy: 'none' }
    : { type: GraphApiError, category: 'unknown', retryable: false, strategy: 'none' };
}

/** An answer without a Graph error in it: a gateway spoke, or the connection cut it. */
function unexpected(
  status: number,
  headers: HeaderValues,
  body: unknown,
  error: unknown,
  context: AnswerContext,
): GraphApiError {
  const byStatus = ofStatus(status, true);
  const readable = status < 300 || status >= 500;
  const verdict: Verdict =
    byStatus.type === GraphApiError
      ? {
          ...byStatus,
          type: UnexpectedAnswerError,
          retryable: readable,
          strategy: readable ? 'exponential' : 'none',
        }
      : byStatus;
  const { secrets, operation, now = Date.now() } = context;
  const reported = readError({
    message: typeof error === 'string' ? error : describe(status, headers, body),
  });
  return build(verdict, reported, {
    httpStatus: status,
    operation,
    raw: body,
    secrets,
    ...waitOf(verdict, undefined, headers, status, now),
  });
}

function describe(status: number, headers: HeaderValues, body: unknown): string {
  const type = String(headers['content-type'] ?? 'no content type').split(';', 1)[0];
  if (status >= 300 && status < 400) return `HTTP ${status}: a redirect, which is not followed`;
  if (body === undefined || body === null || body === '') return `HTTP ${status} with an empty body`;
  if (typeof body !== 'string') return `HTTP ${status} without a Graph error in it`;
  return /^[\s\uFEFF]*[{[]/.test(body)
    ? `HTTP ${status} with JSON that is cut or damaged`
    : `HTTP ${status} with ${type} in place of JSON`;
}

function tryParse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
