import { TEMPLATE_LIMITS } from '../limits';
import { Advise, Rule } from '../rule.decorator';
import { TEMPLATE_LANGUAGES } from '../template-languages';
import { lengthProblem } from './code-point-length.decorator';

/** The words for what is no name of a template. */
export function templateNameProblem(value: unknown): string | undefined {
  if (typeof value === 'string' && !/^[a-z0-9_]*$/.test(value))
    return 'must have lower-case letters, digits and _ only';
  return lengthProblem(value, TEMPLATE_LIMITS.name);
}

/** The name of a template. */
export function TemplateName(): PropertyDecorator {
  return Rule('templateName', templateNameProblem, {
    type: 'string',
    minLength: 1,
    maxLength: TEMPLATE_LIMITS.name.max,
  });
}

/** The words for what is no language code. */
export function languageCodeProblem(value: unknown): string | undefined {
  return typeof value === 'string' && /^[a-z]{2,3}(?:_[A-Z]{2})?$/.test(value)
    ? undefined
    : 'must be a language code such as en or en_US';
}

/** A language code as templates have it. One that Meta's list lacks is only doubtful: the list grows. */
export function TemplateLanguage(): PropertyDecorator {
  return (target, property) => {
    Rule('languageCode', languageCodeProblem, { type: 'string' })(target, property);
    Advise('knownLanguage', (value) =>
      typeof value !== 'string' || TEMPLATE_LANGUAGES.has(value) || languageCodeProblem(value) !== undefined
        ? undefined
        : 'is not in the list of languages that Meta publishes',
    )(target, property);
  };
}
