import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../config/clock';
import { GraphApiError } from '../errors/graph-api.error';
import { GraphClient } from '../graph/graph-client.service';
import type { Page } from '../graph/graph-page';
import { GraphPages } from '../graph/graph-pages.service';
import type { CallOptions } from '../graph/graph-request.interface';
import { onNumber } from '../graph/node-request';
import type { PageOptions } from '../graph/page-query';
import { PayloadValidator } from '../validation/payload-validator.service';
import type { IndividualRecipient } from '../validation/recipient';
import { recipientFields } from '../validation/recipient';
import type {
  BlockUsersRequest,
  BlockUsersResponse,
  WireBlockTarget,
} from '../wire/blocked-users/block-users';
import { blockListIssues } from './block-list.rule';
import type { BlockedUser, BlockListResult, BlockResult, UnblockResult } from './blocked-user.interface';
import { readBlockedUser, readFailure } from './blocked-user.interface';

const EDGE = 'block_users';

/** Users to block or unblock: one, or up to 1000. @publicApi */
export type BlockTargets = IndividualRecipient | readonly IndividualRecipient[];

/**
 * The block list of a number. Blocked users can neither write to it nor call it, and get nothing from it.
 * @example
 * ```ts
 * const { failed } = await blockedUsers.block(['+16505551234', 'US.13491208655302741918']);
 * for (const { input, errors } of failed) ...
 * ```
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users
 * @publicApi
 */
@Injectable()
export class BlockedUsersService {
  constructor(
    private readonly graph: GraphClient,
    private readonly validator: PayloadValidator,
    private readonly pages: GraphPages,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Blocks users who have written within the last 24 hours. A list holds 64,000. That some users fail is no error: the
   * result names them.
   * @throws PayloadValidationError before anything leaves
   * @throws BlockListLimitReachedError and other GraphApiErrors when Meta refuses the request as a whole
   */
  async block(users: BlockTargets, options?: CallOptions): Promise<BlockResult> {
    const result = await this.change('POST', users, options);
    return { added: (result.raw.block_users?.added_users ?? []).map(readBlockedUser), ...result };
  }

  /** Unblocks users. That some users fail is no error: the result names them. */
  async unblock(users: BlockTargets, options?: CallOptions): Promise<UnblockResult> {
    const result = await this.change('DELETE', users, options);
    return { removed: (result.raw.block_users?.removed_users ?? []).map(readBlockedUser), ...result };
  }

  /**
   * Lists the blocked users.
   * @throws BlockListConcurrentUpdateError when the list changes during the walk: start again
   */
  async list(page?: PageOptions, options?: CallOptions): Promise<Page<BlockedUser>> {
    return this.pages.list<BlockedUser>({ ...onNumber(options, EDGE), page, map: readBlockedUser });
  }

  private async change(
    method: 'POST' | 'DELETE',
    users: BlockTargets,
    options: CallOptions | undefined,
  ): Promise<BlockListResult> {
    const list: readonly IndividualRecipient[] = isList(users) ? users : [users];
    const subject = method === 'POST' ? 'users to block' : 'users to unblock';
    this.validator.assertWith(subject, (context) => blockListIssues(list, context), options?.validate);
    const body: BlockUsersRequest = { messaging_product: 'whatsapp', block_users: list.map(target) };
    try {
      const raw = await this.graph.request<BlockUsersResponse | undefined>({
        method,
        ...onNumber(options, EDGE),
        body,
      });
      return this.read(raw ?? {});
    } catch (error) {
      // Meta answers 400 when one user fails, although the others are done.
      const raw = error instanceof GraphApiError ? (error.raw as BlockUsersResponse | undefined) : undefined;
      if (typeof raw?.block_users !== 'object' || raw.block_users === null) throw error;
      return { ...this.read(raw), error: error as GraphApiError };
    }
  }

  private read(raw: BlockUsersResponse): BlockListResult {
    const now = this.clock.now();
    return { failed: (raw.block_users?.failed_users ?? []).map((user) => readFailure(user, now)), raw };
  }
}

function isList(users: BlockTargets): users is readonly IndividualRecipient[] {
  return Array.isArray(users);
}

function target(user: IndividualRecipient): WireBlockTarget {
  const fields = recipientFields(user);
  return 'recipient' in fields ? { user_id: fields.recipient } : { user: fields.to };
}
