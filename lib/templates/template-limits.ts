import type { Limit } from '../validation/limits';

const TEMPLATES = 'https://developers.facebook.com/documentation/business-messaging/whatsapp/templates';
const COMPONENTS = `${TEMPLATES}/components`;
const AUTHENTICATION = `${TEMPLATES}/authentication-templates/authentication-templates`;
const CARDS = `${TEMPLATES}/marketing-templates/media-card-carousel-templates`;
const OFFER = `${TEMPLATES}/marketing-templates/limited-time-offer-templates`;
const TTL = `${TEMPLATES}/time-to-live`;

const limit = (min: number, max: number, see: string): Limit => ({ min, max, see });

/** Limits of templates that are created or edited. */
export const CREATION_LIMITS = {
  headerText: limit(1, 60, COMPONENTS),
  bodyText: limit(1, 1024, COMPONENTS),
  offerBodyText: limit(1, 600, OFFER),
  cardBodyText: limit(1, 160, CARDS),
  footerText: limit(1, 60, COMPONENTS),
  codeExpirationMinutes: limit(1, 90, AUTHENTICATION),
  buttons: limit(1, 10, COMPONENTS),
  buttonText: limit(1, 25, COMPONENTS),
  url: limit(1, 2000, COMPONENTS),
  phoneNumber: limit(1, 20, COMPONENTS),
  /** Raised from 15 on 3 December 2025. */
  couponCode: limit(1, 20, `${TEMPLATES}/marketing-templates/coupon-code-templates`),
  supportedApps: limit(1, 5, AUTHENTICATION),
  packageName: limit(1, 224, AUTHENTICATION),
  offerText: limit(1, 16, OFFER),
  cards: limit(2, 10, CARDS),
  cardButtons: limit(1, 2, CARDS),
  /** Ids in one request to archive, to unarchive or to delete. */
  ids: limit(1, 100, `${TEMPLATES}/template-management`),
  /** Ids in one request to migrate. */
  migratedIds: limit(1, 500, `${TEMPLATES}/template-migration`),
  /** Templates on one page of a migration. */
  migrationPage: limit(1, 500, `${TEMPLATES}/template-migration`),
} as const;

/** Periods of comparisons, days. */
export const COMPARED_DAYS: readonly number[] = [7, 30, 60, 90];

/** Seconds after which an undelivered message is dropped, by category. */
export const TTL_SECONDS: Readonly<Record<string, Limit & { readonly unlimited: boolean }>> = {
  AUTHENTICATION: { ...limit(30, 900, TTL), unlimited: true },
  UTILITY: { ...limit(30, 43_200, TTL), unlimited: true },
  MARKETING: { ...limit(43_200, 2_592_000, TTL), unlimited: false },
};
