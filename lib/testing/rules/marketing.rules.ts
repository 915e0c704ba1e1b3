import type { JsonObject } from '../model/json';
import { bool, oneOf } from './checks';
import { messageProblem } from './message-rules';
import { firstProblem, may, need } from './rule';
import type { Problem, Rule } from './rule';

const RULES: readonly Rule[] = [
  need('type', oneOf('template'), 100),
  may('recipient_type', oneOf('individual'), 100),
  may('product_policy', oneOf('CLOUD_API_FALLBACK', 'STRICT'), 100),
  may('message_activity_sharing', bool, 100),
];

/** Why the Marketing Messages API would refuse a message by its looks alone. */
export function marketingProblem(body: JsonObject): Problem | undefined {
  return firstProblem(body, RULES) ?? messageProblem(body);
}
