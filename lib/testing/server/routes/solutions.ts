import type { EmulatedSolution } from '../../model/emulated-solution';
import type { EmulatorState } from '../../model/emulator-state';
import { unixSeconds } from '../../model/graph-date';
import type { JsonObject } from '../../model/json';
import { selectFields } from '../fields';
import { pageOf } from '../graph-page';
import { unknownNode } from '../graph-refusal';
import { requiredText, requireThat } from '../required';
import type { RouteHandler, RouteRequest } from '../route.interface';

const TOKEN_LASTS_S = 60 * 24 * 60 * 60;
const SHAPE = { type: 'WhatsAppBusinessSolution', defaults: 'id,name,status,status_for_pending_request' };

/** `POST /{app}/whatsapp_business_solution`: exactly one side may send messages. */
export const createSolution: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  const name = requiredText(params, 'solution_name');
  const [owner, partner] = [listOf(params['owner_permissions']), listOf(params['partner_permissions'])];
  requireThat(name.length >= 2 && name.length <= 75, 'solution_name must have 2 to 75 characters');
  requireThat(
    [...owner, ...partner].join() === 'MESSAGING',
    'MESSAGING must be given to exactly one of owner_permissions and partner_permissions',
  );
  const solution = {
    id: state.ids.node(),
    name,
    partnerAppId: requiredText(params, 'partner_app_id'),
    ownerPermissions: owner,
    partnerPermissions: partner,
    status: 'INITIATED',
    pending: 'PENDING_ACTIVATION',
  };
  state.accounts.solutions.set(solution.id, solution);
  return { body: { solution_id: solution.id } };
};

/** `GET /{app}/whatsapp_business_solutions` and `GET /{waba}/solutions`: accounts take part in those that are active. */
export const listSolutions: RouteHandler = (request, { state }) => {
  const ofApp = request.id === state.webhookSetup.appId;
  const role = request.query.get('role');
  const nodes = [...state.accounts.solutions.values()]
    .filter(({ status }) => (ofApp ? role !== 'PARTNER' : status === 'ACTIVE'))
    .map((solution) => selectFields(nodeOf(solution, state), request.query.get('fields'), SHAPE));
  return { body: pageOf(nodes, request, ofApp ? 'whatsapp_business_solutions' : 'solutions', state) };
};

/** `GET /{solution}`. */
export const getSolution: RouteHandler = (request, { state }) => ({
  body: selectFields(nodeOf(solutionOf(request, state), state), request.query.get('fields'), SHAPE),
});

/** `GET /{solution}/access_token`. */
export const getSolutionToken: RouteHandler = (request, { state }) => {
  requireThat(request.query.get('business_id') !== null, 'business_id is required');
  solutionOf(request, state);
  return {
    body: {
      access_token: request.number.accessToken,
      expires_at: unixSeconds(state.clock.now()) + TOKEN_LASTS_S,
    },
  };
};

/** `POST /{solution}/accept`. */
export const acceptSolution: RouteHandler = async (request, { state }) => {
  const partner = requiredText(await request.params(), 'partner_app_id');
  const solution = pendingSolution(request, state, 'PENDING_ACTIVATION');
  requireThat(partner === solution.partnerAppId, 'The solution was not offered to this app');
  return decide(solution, 'ACTIVE');
};

/** `POST /{solution}/reject`. */
export const rejectSolution: RouteHandler = (request, { state }) =>
  decide(pendingSolution(request, state, 'PENDING_ACTIVATION'), 'REJECTED');

/** Ends what was pending. */
export function decide(solution: EmulatedSolution, status: string): { readonly body: JsonObject } {
  solution.status = status;
  solution.pending = 'NONE';
  return { body: { success: true, solution_id: solution.id } };
}

/** The solution in the path, which must wait for that decision. */
export function pendingSolution(
  request: RouteRequest,
  state: EmulatorState,
  pending: string,
): EmulatedSolution {
  const solution = solutionOf(request, state);
  requireThat(solution.pending === pending, 'The solution has no such request pending');
  return solution;
}

/** The solution in the path. */
export function solutionOf({ id, method }: RouteRequest, { accounts }: EmulatorState): EmulatedSolution {
  const solution = accounts.solutions.get(id);
  if (!solution) throw unknownNode(method, id);
  return solution;
}

function nodeOf(solution: EmulatedSolution, { webhookSetup }: EmulatorState): JsonObject {
  return {
    id: solution.id,
    name: solution.name,
    status: solution.status,
    status_for_pending_request: solution.pending,
    owner_app: { id: webhookSetup.appId, name: 'Emulator' },
    owner_permissions: solution.ownerPermissions,
  };
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
