import { errorTable, maybe, no, yes } from './error-table';
import { GraphApiError } from './graph-api.error';

/** Users could not be blocked or unblocked. @publicApi */
export class BlockUserError extends GraphApiError {
  declare protected readonly group: 'block-users';
}

/** 139100: Some users of the list failed; `raw` names them. */
export class BulkBlockingFailedError extends BlockUserError {
  declare readonly name: 'BulkBlockingFailedError';
}

/** 139101: Block list holds its maximum of 64,000 users. */
export class BlockListLimitReachedError extends BlockUserError {
  declare readonly name: 'BlockListLimitReachedError';
}

/** 139102: The list changed while being paged. Start again from the first page. */
export class BlockListConcurrentUpdateError extends BlockUserError {
  declare readonly name: 'BlockListConcurrentUpdateError';
}

/** 139103: Internal failure. */
export class BlockUserInternalError extends BlockUserError {
  declare readonly name: 'BlockUserInternalError';
}

export const BLOCK_USER_ERRORS = errorTable('block-users', {
  139100: maybe(BulkBlockingFailedError, 'none'),
  139101: no(BlockListLimitReachedError),
  139102: yes(BlockListConcurrentUpdateError, 'restart'),
  139103: yes(BlockUserInternalError, 'exponential', 1),
});
