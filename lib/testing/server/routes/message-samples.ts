import { isObject } from '../../model/json';
import { plainText, requiredText, requireThat } from '../required';
import type { RouteHandler } from '../route.interface';

/** `POST /{waba}/message_samples`: the category that was proposed; without one, what looks like a code is authentication. */
export const classifySample: RouteHandler = async (request) => {
  const params = await request.params();
  const type = requiredText(params, 'type');
  const content = params[type];
  requireThat(['text', 'interactive'].includes(type), 'type must be one of {text, interactive}');
  requireThat(isObject(content), `The parameter ${type} must be an object`);
  const isCode = /\bcode\b.*\d{4,8}|\d{4,8}.*\bcode\b/i.test(JSON.stringify(content));
  const category = plainText(params['category']) ?? (isCode ? 'authentication' : 'utility');
  return { body: { success: true, category: category.toUpperCase() } };
};
