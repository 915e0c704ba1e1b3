import { marketingProblem } from '../../rules/marketing.rules';
import { acceptMessage } from '../accept-message';
import { GraphRefusal } from '../graph-refusal';
import { checkMarketingTemplate } from '../marketing-check';
import { requireProduct } from '../required';
import type { RouteHandler } from '../route.interface';

/**
 * `POST /{phone}/marketing_messages`: marketing templates. Accounts that are not onboarded (`ONBOARDED` in their record)
 * send through the Cloud API, unless `product_policy` is `STRICT`.
 */
export const sendMarketingMessage: RouteHandler = async (request, context) => {
  const body = await request.params();
  requireProduct(body);
  const problem = marketingProblem(body);
  if (problem) throw new GraphRefusal(problem.code, problem);
  checkMarketingTemplate(body, request.number, context.state);
  return acceptMessage(body, request.number, context);
};
