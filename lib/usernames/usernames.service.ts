import { Injectable } from '@nestjs/common';
import { GraphClient } from '../graph/graph-client.service';
import type { CallOptions } from '../graph/graph-request.interface';
import { assertSuccess, onNumber } from '../graph/node-request';
import { PayloadValidator } from '../validation/payload-validator.service';
import type { UsernameStatus, UsernameSuggestionsResponse, WireUsername } from '../wire/usernames/username';
import { usernameProblem } from './username.rule';

const EDGE = 'username';

/** The username of a number. @publicApi */
export interface Username {
  /** Absent when the number has none. */
  readonly username?: string;
  /** `reserved` names are held, but not visible until usernames come to the country. */
  readonly status?: UsernameStatus;
  /** Meta's answer, untouched. */
  readonly raw: WireUsername;
}

/** Settings of `UsernamesService.set`. @publicApi */
export interface SetUsernameOptions extends CallOptions {
  /** Takes the name from another number of the portfolio. @default false: `UsernameTransferRequiredError` */
  readonly transfer?: boolean | undefined;
}

/**
 * The username by which users find and see a number. The number must be registered.
 * @example const { status } = await usernames.set('lucky.shrub');
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 * @publicApi
 */
@Injectable()
export class UsernamesService {
  constructor(
    private readonly graph: GraphClient,
    private readonly validator: PayloadValidator,
  ) {}

  /** Reads the username. */
  async get(options?: CallOptions): Promise<Username> {
    return read(await this.graph.request<WireUsername>({ method: 'GET', ...onNumber(options, EDGE) }));
  }

  /**
   * Asks for a username: 3 to 35 letters, digits, dots and underscores. Upper and lower case are the same name.
   * @throws PayloadValidationError before anything leaves
   * @throws UsernameNotAvailableError, AccountNotEligibleToRequestUsernameError, UsernameTransferRequiredError and
   * other `UsernameError`s when Meta refuses
   */
  async set(username: string, options: SetUsernameOptions = {}): Promise<Username> {
    const message = usernameProblem(username);
    const issues = message === undefined ? [] : [{ path: 'username', message }];
    this.validator.assertWith('username', () => issues, options.validate);
    const raw = await this.graph.request<WireUsername>({
      method: 'POST',
      ...onNumber(options, EDGE),
      body: { username, ...(options.transfer === true && { transfer_action: 'force_transfer' }) },
      kind: 'safe',
    });
    return { username, ...read(raw) };
  }

  /** Gives the username up. */
  async delete(options?: CallOptions): Promise<void> {
    const answer = await this.graph.request({ method: 'DELETE', ...onNumber(options, EDGE) });
    assertSuccess(answer, `DELETE /{id}/${EDGE}`);
  }

  /** Names that Meta holds for the business. */
  async suggestions(options?: CallOptions): Promise<readonly string[]> {
    const answer = await this.graph.request<UsernameSuggestionsResponse | undefined>({
      method: 'GET',
      ...onNumber(options, 'username_suggestions'),
    });
    return (answer?.data ?? []).flatMap(({ username_suggestions }) => username_suggestions ?? []);
  }
}

function read(answer: WireUsername | undefined): Username {
  const raw = answer ?? {};
  return {
    ...(raw.username && { username: raw.username }),
    ...(raw.status && { status: raw.status }),
    raw,
  };
}
