import { errorTable, no, yes } from './error-table';
import { GraphApiError } from './graph-api.error';

/** The Marketing Messages API refused a request. @publicApi */
export class MarketingMessagesError extends GraphApiError {
  declare protected readonly group: 'marketing';
}

/** 131055: Only marketing templates are accepted here. */
export class MethodNotAllowedError extends MarketingMessagesError {
  declare readonly name: 'MethodNotAllowedError';
}

/** 134100: Only marketing templates are accepted; a utility or authentication template was sent. */
export class OnlyMarketingMessagesSupportedError extends MarketingMessagesError {
  declare readonly name: 'OnlyMarketingMessagesSupportedError';
}

/** 134101: The ad synchronisation of a new template is unfinished; it takes up to 10 minutes. */
export class TemplateStillSyncingError extends MarketingMessagesError {
  declare readonly name: 'TemplateStillSyncingError';
}

/** 134102: The template could not be synchronised, or the account is not onboarded. */
export class TemplateUnavailableForUseError extends MarketingMessagesError {
  declare readonly name: 'TemplateUnavailableForUseError';
}

/** 1752041: The client was invited to onboarding by some partner already. */
export class DuplicateOnboardingRequestError extends MarketingMessagesError {
  declare readonly name: 'DuplicateOnboardingRequestError';
}

export const MARKETING_MESSAGES_ERRORS = errorTable('marketing', {
  131055: no(MethodNotAllowedError),
  134100: no(OnlyMarketingMessagesSupportedError),
  134101: yes(TemplateStillSyncingError, 'fixed', 600),
  134102: no(TemplateUnavailableForUseError),
  134103: no(MarketingMessagesError),
  1752041: no(DuplicateOnboardingRequestError),
});
