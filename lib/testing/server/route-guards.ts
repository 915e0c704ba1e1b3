import type { AccountActivityType } from '../model/account-activity';
import type { AccountPermission } from '../model/account-record';
import { objectsOf } from '../model/json';
import { GraphRefusal } from './graph-refusal';
import type { Route, RouteHandler } from './route.interface';

/** Endpoints that answer with error 10 when the token lacks a permission for the account. */
export function needing(permission: AccountPermission, routes: readonly Route[]): Route[] {
  return routes.map((route) => ({
    ...route,
    handle: (request, context) => {
      if (context.state.accounts.of(request.number.wabaId).permissions.has(permission))
        return route.handle(request, context);
      throw new GraphRefusal(10, {
        message: '(#10) Application does not have permission for this action',
        details: `The access token lacks the permission ${permission}.`,
      });
    },
  }));
}

/** A change that the activity log of the account tells of, once it is done. */
export function noted(type: AccountActivityType, handle: RouteHandler): RouteHandler {
  return async (request, context) => {
    const answer = await handle(request, context);
    const { accounts, clock } = context.state;
    accounts.of(request.number.wabaId).note(type, clock.now());
    return answer;
  };
}

/** A send of the Marketing Messages API, which analyses tell apart from others. Accounts that are not onboarded send as usual. */
export function viaMarketingApi(handle: RouteHandler): RouteHandler {
  return async (request, context) => {
    const { accounts, marketingMessageIds } = context.state;
    const answer = await handle(request, context);
    const [message] = Buffer.isBuffer(answer.body) ? [] : objectsOf(answer.body['messages']);
    const isOnboarded = accounts.of(request.number.wabaId).marketingMessagesOnboardingStatus === 'ONBOARDED';
    if (isOnboarded && message) marketingMessageIds.add(String(message['id']));
    return answer;
  };
}
