import type {
  CallPermissionsResponse,
  WireCallPermissionAction,
  WireCallPermissionLimit,
} from '../wire/call/call-permission';
import type { WireTimestamp } from '../wire/inbound/common';

/** Whether a user lets the business call. @publicApi */
export interface CallPermission {
  readonly status: 'no_permission' | 'temporary' | 'permanent' | (string & {});
  /** Granted without an end. */
  readonly permanent: boolean;
  /** When a temporary permission ends. */
  readonly expiresAt?: Date;
  /** Whether it had ended when Meta answered. */
  readonly isExpired: boolean;
}

/** How often an action may be done within a period. @publicApi */
export interface CallPermissionLimit {
  /** ISO 8601 duration, e.g. `PT24H`. */
  readonly timePeriod: string;
  /** The same in milliseconds, when it can be read. */
  readonly timePeriodMs?: number;
  readonly maxAllowed: number;
  readonly currentUsage: number;
  /** How often it may still be done. */
  readonly remaining: number;
  /** When a limit that is reached ends. */
  readonly limitExpiresAt?: Date;
}

/** Something that the business may do, or may not do for now. @publicApi */
export interface CallPermissionAction {
  readonly actionName: 'start_call' | 'send_call_permission_request' | (string & {});
  readonly canPerformAction: boolean;
  /** None when Meta tells none. */
  readonly limits: readonly CallPermissionLimit[];
}

/** Result of `calls.permissions`. @publicApi */
export interface CallPermissions {
  readonly permission: CallPermission;
  readonly actions: readonly CallPermissionAction[];
  /** Whether the user can be called now. */
  readonly canStartCall: boolean;
  /** Whether the user can be asked for permission now. */
  readonly canRequestPermission: boolean;
  /** Meta's answer, untouched. */
  readonly raw: CallPermissionsResponse;
}

/**
 * Reads Meta's answer leniently.
 * @param now milliseconds since the Unix epoch
 */
export function toCallPermissions(raw: CallPermissionsResponse, now: number): CallPermissions {
  const { permission } = raw;
  const status = permission?.status?.toLowerCase() ?? 'no_permission';
  const expiresAt = dateOf(permission?.expiration_time ?? permission?.expiration);
  const actions = (raw.actions ?? []).map(toAction);
  const can = (name: string): boolean =>
    actions.some(({ actionName, canPerformAction }) => actionName === name && canPerformAction);
  return {
    permission: {
      status,
      permanent: status === 'permanent',
      ...(expiresAt && { expiresAt }),
      isExpired: expiresAt !== undefined && expiresAt.getTime() <= now,
    },
    actions,
    canStartCall: can('start_call'),
    canRequestPermission: can('send_call_permission_request'),
    raw,
  };
}

function toAction({
  action_name,
  can_perform_action,
  limits,
}: WireCallPermissionAction): CallPermissionAction {
  return {
    actionName: action_name,
    canPerformAction: can_perform_action === true,
    limits: (limits ?? []).map(toLimit),
  };
}

function toLimit(limit: WireCallPermissionLimit): CallPermissionLimit {
  const { time_period: timePeriod, max_allowed: maxAllowed, current_usage: currentUsage } = limit;
  const timePeriodMs = durationMs(timePeriod);
  const limitExpiresAt = dateOf(limit.limit_expiration_time);
  return {
    timePeriod,
    ...(timePeriodMs !== undefined && { timePeriodMs }),
    maxAllowed,
    currentUsage,
    remaining: Math.max(0, maxAllowed - currentUsage),
    ...(limitExpiresAt && { limitExpiresAt }),
  };
}

function dateOf(seconds: WireTimestamp | null | undefined): Date | undefined {
  const value = typeof seconds === 'string' && seconds.trim() !== '' ? Number(seconds) : seconds;
  return typeof value === 'number' && value > 0 ? new Date(value * 1000) : undefined;
}

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

/** `PT24H`, `P7D`, `P1W`, and `24h` as some of Meta's pages write it. Months and years have no fixed length. */
function durationMs(text: unknown): number | undefined {
  if (typeof text !== 'string') return undefined;
  const short = /^(\d+)h$/i.exec(text);
  if (short) return Number(short[1]) * HOUR;
  const parts = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i.exec(text);
  if (!parts || !/\d/.test(text)) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  return weeks * 7 * DAY + days * DAY + hours * HOUR + minutes * 60 * SECOND + seconds * SECOND;
}
