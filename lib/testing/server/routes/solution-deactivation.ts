import { requireThat } from '../required';
import type { RouteHandler } from '../route.interface';
import { decide, pendingSolution, solutionOf } from './solutions';

/** `POST /{solution}/send_deactivation_request`: of an active solution. */
export const requestDeactivation: RouteHandler = (request, { state }) => {
  const solution = solutionOf(request, state);
  requireThat(solution.status === 'ACTIVE' && solution.pending === 'NONE', 'The solution is not active');
  solution.pending = 'PENDING_DEACTIVATION';
  return { body: { success: true } };
};

/** `POST /{solution}/accept_deactivation_request`. */
export const acceptDeactivation: RouteHandler = (request, { state }) =>
  decide(pendingSolution(request, state, 'PENDING_DEACTIVATION'), 'DEACTIVATED');

/** `POST /{solution}/reject_deactivation_request`: it stays active. */
export const rejectDeactivation: RouteHandler = (request, { state }) =>
  decide(pendingSolution(request, state, 'PENDING_DEACTIVATION'), 'ACTIVE');
