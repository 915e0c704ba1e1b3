import { messageProblem } from '../../rules/message-rules';
import { acceptMessage } from '../accept-message';
import { GraphRefusal } from '../graph-refusal';
import { checkCloudApi } from '../marketing-check';
import { requireProduct } from '../required';
import type { RouteHandler } from '../route.interface';
import { markAsRead } from './mark-as-read';

/** `POST /{phone}/messages`: any message; also read marks and the typing indicator. */
export const sendMessage: RouteHandler = async (request, context) => {
  const body = await request.params();
  requireProduct(body);
  if (body['status'] !== undefined) return markAsRead(body, request.number.phoneNumberId, context.state);
  const problem = messageProblem(body);
  if (problem) throw new GraphRefusal(problem.code, problem);
  checkCloudApi(body, request.number, context.state);
  return acceptMessage(body, request.number, context);
};
