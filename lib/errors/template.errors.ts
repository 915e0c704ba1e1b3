import { errorTable, no } from './error-table';
import { GraphApiError } from './graph-api.error';

/** A template cannot be created, changed or sent. @publicApi */
export class TemplateError extends GraphApiError {
  declare protected readonly group: 'template';
}

/** 132000: Number of parameter values differs from the variables of the template. */
export class TemplateParamCountMismatchError extends TemplateError {
  declare readonly name: 'TemplateParamCountMismatchError';
}

/** 132001: No approved template has that name in that language. */
export class TemplateNotExistsError extends TemplateError {
  declare readonly name: 'TemplateNotExistsError';
}

/** 132005: Text after filling the variables is too long. */
export class TemplateTextTooLongError extends TemplateError {
  declare readonly name: 'TemplateTextTooLongError';
}

/** 132007: Template content breaks a WhatsApp policy. */
export class TemplateContentPolicyViolationError extends TemplateError {
  declare readonly name: 'TemplateContentPolicyViolationError';
}

/** 132008: A parameter value is not acceptable. */
export class TemplateParamValueInvalidError extends TemplateError {
  declare readonly name: 'TemplateParamValueInvalidError';
}

/** 132012: Parameter type or format differs from the template definition. */
export class TemplateParamFormatMismatchError extends TemplateError {
  declare readonly name: 'TemplateParamFormatMismatchError';
}

/** 132015: The template is paused for low quality. */
export class TemplatePausedError extends TemplateError {
  declare readonly name: 'TemplatePausedError';
}

/** 132016: The template was paused too often and is now disabled. */
export class TemplateDisabledError extends TemplateError {
  declare readonly name: 'TemplateDisabledError';
}

/** 132018: Problem with the parameters of a template message (Graph v23+, Marketing Messages API table). */
export class TemplateValidationError extends TemplateError {
  declare readonly name: 'TemplateValidationError';
}

/** 200005: Template insights cannot be enabled on this WABA yet. */
export class TemplateInsightsUnavailableError extends TemplateError {
  declare readonly name: 'TemplateInsightsUnavailableError';
}

/** 200006: Once enabled, template insights stay enabled. */
export class TemplateInsightsCannotBeDisabledError extends TemplateError {
  declare readonly name: 'TemplateInsightsCannotBeDisabledError';
}

/** 200007: Enable template insights before asking for them. */
export class TemplateInsightsNotEnabledError extends TemplateError {
  declare readonly name: 'TemplateInsightsNotEnabledError';
}

/** 2388019: The WABA has the maximum number of templates. */
export class TemplateLimitExceededError extends TemplateError {
  declare readonly name: 'TemplateLimitExceededError';
}

/** 2388023: The same name and language was deleted recently and cannot be created again yet. */
export class TemplateLanguageBeingDeletedError extends TemplateError {
  declare readonly name: 'TemplateLanguageBeingDeletedError';
}

/** 2388024: A template with that name and language exists already. */
export class TemplateAlreadyExistsError extends TemplateError {
  declare readonly name: 'TemplateAlreadyExistsError';
}

/** 2388039: Template cannot be edited in its present status (e.g. in review), or daily edits used up. */
export class TemplateStatusNotEditableError extends TemplateError {
  declare readonly name: 'TemplateStatusNotEditableError';
}

/** 2388040: A template field is too long. */
export class TemplateCharacterLimitExceededError extends TemplateError {
  declare readonly name: 'TemplateCharacterLimitExceededError';
}

/** 2388047: Header formatting not valid. */
export class TemplateHeaderFormatIncorrectError extends TemplateError {
  declare readonly name: 'TemplateHeaderFormatIncorrectError';
}

/** 2388072: Body formatting not valid. */
export class TemplateBodyFormatIncorrectError extends TemplateError {
  declare readonly name: 'TemplateBodyFormatIncorrectError';
}

/** 2388073: Footer formatting not valid. */
export class TemplateFooterFormatIncorrectError extends TemplateError {
  declare readonly name: 'TemplateFooterFormatIncorrectError';
}

/** 2388293: Too many variables for the length of the text. */
export class TemplateParametersWordsRatioExceedsLimitError extends TemplateError {
  declare readonly name: 'TemplateParametersWordsRatioExceedsLimitError';
}

/** 2388299: Text may not start or end with a variable. */
export class TemplateLeadingOrTrailingParametersNotAllowedError extends TemplateError {
  declare readonly name: 'TemplateLeadingOrTrailingParametersNotAllowedError';
}

export const TEMPLATE_ERRORS = errorTable('template', {
  132000: no(TemplateParamCountMismatchError),
  132001: no(TemplateNotExistsError),
  132005: no(TemplateTextTooLongError),
  132007: no(TemplateContentPolicyViolationError),
  132008: no(TemplateParamValueInvalidError),
  132012: no(TemplateParamFormatMismatchError),
  132015: no(TemplatePausedError),
  132016: no(TemplateDisabledError),
  132018: no(TemplateValidationError),
  200005: no(TemplateInsightsUnavailableError),
  200006: no(TemplateInsightsCannotBeDisabledError),
  200007: no(TemplateInsightsNotEnabledError),
  2388019: no(TemplateLimitExceededError),
  2388023: no(TemplateLanguageBeingDeletedError),
  2388024: no(TemplateAlreadyExistsError),
  2388039: no(TemplateStatusNotEditableError),
  2388040: no(TemplateCharacterLimitExceededError),
  2388047: no(TemplateHeaderFormatIncorrectError),
  2388072: no(TemplateBodyFormatIncorrectError),
  2388073: no(TemplateFooterFormatIncorrectError),
  2388293: no(TemplateParametersWordsRatioExceedsLimitError),
  2388299: no(TemplateLeadingOrTrailingParametersNotAllowedError),
});
