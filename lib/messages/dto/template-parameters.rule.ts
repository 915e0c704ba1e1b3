import type { IssueList } from '../../validation/issue-list';
import type { Limit } from '../../validation/limits';
import { ANY_TEXT, TEMPLATE_LIMITS } from '../../validation/limits';
import type { RuleContext } from '../../validation/rule.decorator';
import { duplicates } from '../../validation/rules/unique-by.decorator';
import type { Members } from '../../validation/shape';
import { membersOf } from '../../validation/shape';

/** Checks the one parameter of a header. */
export function checkHeaderParameter(path: string, value: unknown, list: IssueList): void {
  const parameter = membersOf(value);
  switch (parameter['type']) {
    case 'text':
      list.text(`${path}.text`, parameter['text'], TEMPLATE_LIMITS.headerText);
      break;
    case 'image':
    case 'video':
    case 'gif':
    case 'document':
      list.media(`${path}.${parameter['type']}`, parameter[parameter['type']]);
      break;
    case 'location':
      requireMembers(
        `${path}.location`,
        parameter['location'],
        ['latitude', 'longitude', 'name', 'address'],
        list,
      );
      break;
    case 'product':
      requireMembers(`${path}.product`, parameter['product'], ['catalog_id', 'product_retailer_id'], list);
      break;
  }
}

/** Checks the parameters of a body: all named or all positional. */
export function checkBodyParameters(
  path: string,
  value: unknown,
  textLimit: Limit,
  list: IssueList,
  context: RuleContext,
): void {
  if (!list.list(path, value, { min: 0, max: Infinity })) return;
  const parameters = value.map(membersOf);
  const named = parameters.filter((parameter) => parameter['parameter_name'] != null);
  if (named.length > 0 && named.length < parameters.length) {
    list.add(path, 'must be all named or all positional: some have a parameter_name, some do not');
  }
  list.issues.push(
    ...duplicates(
      parameters.map((p, i) => ({ path: `${path}[${i}].parameter_name`, key: p['parameter_name'] })),
    ),
  );
  if (named.some((parameter) => !/^[a-z0-9_]+$/.test(String(parameter['parameter_name'])))) {
    context.warn('has a parameter_name with other characters than a-z, 0-9 and _');
  }
  parameters.forEach((parameter, index) =>
    checkBodyParameter(`${path}[${index}]`, parameter, textLimit, list),
  );
}

function checkBodyParameter(path: string, parameter: Members, textLimit: Limit, list: IssueList): void {
  switch (parameter['type']) {
    case 'text':
      list.text(`${path}.text`, parameter['text'], textLimit);
      break;
    case 'currency': {
      const currency = membersOf(parameter['currency']);
      list.text(`${path}.currency.fallback_value`, currency['fallback_value'], ANY_TEXT);
      if (!/^[A-Za-z]{3}$/.test(String(currency['code'])))
        list.add(`${path}.currency.code`, 'must be a currency code of three letters');
      if (!Number.isInteger(currency['amount_1000']))
        list.add(`${path}.currency.amount_1000`, 'must be the amount times 1000 as a whole number');
      break;
    }
    case 'date_time':
      list.text(
        `${path}.date_time.fallback_value`,
        membersOf(parameter['date_time'])['fallback_value'],
        ANY_TEXT,
      );
      break;
  }
}

/** Checks that the members are there and not empty. */
export function requireMembers(
  path: string,
  value: unknown,
  names: readonly string[],
  list: IssueList,
): void {
  const members = membersOf(value);
  for (const name of names) {
    if (members[name] == null || members[name] === '') list.add(`${path}.${name}`, 'is missing');
  }
}
