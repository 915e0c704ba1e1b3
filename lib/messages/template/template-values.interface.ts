import type { MediaFile, MediaSource } from '../../config/media-uploader.interface';
import type { OutboundMediaReference } from '../../wire/outbound/media';
import type { OutboundOrderDetails } from '../../wire/outbound/order';

/** Money. Meta shows `fallback`, as it is. */
export interface TemplateCurrency {
  /** Currency code of three letters, e.g. `EUR`. */
  readonly currency: string;
  /** The amount, with up to 3 decimals. */
  readonly amount: number;
  /** The amount as the user reads it, e.g. `12,50 €`. */
  readonly fallback: string;
}

/** A date or time as the user reads it. */
export interface TemplateDateTime {
  readonly dateTime: string;
}

/** The group of a group invite. */
export interface TemplateGroupInvite {
  readonly groupId: string;
}

/** What is put in place of a variable. Numbers are written without formatting. @publicApi */
export type TemplateValue = string | number | TemplateCurrency | TemplateDateTime | TemplateGroupInvite;

/** Values of a body: an object for `{{name}}` variables, a list for `{{1}}` variables. @publicApi */
export type TemplateParams = readonly TemplateValue[] | Readonly<Record<string, TemplateValue>>;

/** A place. All members are needed here. */
export interface TemplateLocation {
  readonly latitude: number | string;
  readonly longitude: number | string;
  readonly name: string;
  readonly address: string;
}

/** Media of a header: by id, by link, or as a raw file, which is uploaded first. @publicApi */
export type TemplateMedia =
  | OutboundMediaReference
  | { readonly file: MediaSource | MediaFile; readonly id?: undefined; readonly link?: undefined };

/**
 * What is put into a header. Text alone, or under `text`, is for a `{{1}}` variable; `{ text: { name: value } }` for a
 * `{{name}}` variable.
 * @publicApi
 */
export type TemplateHeaderValue =
  | string
  | { readonly text: string | Readonly<Record<string, string>> }
  | { readonly image: TemplateMedia }
  | { readonly video: TemplateMedia }
  /** MP4 that is shown as a GIF; Marketing Messages API only. */
  | { readonly gif: TemplateMedia }
  /** A PDF. */
  | { readonly document: TemplateMedia & { readonly filename?: string } }
  | { readonly location: TemplateLocation }
  | { readonly product: { readonly catalogId: string; readonly productRetailerId: string } };

/** Products of a button that opens several. */
export interface TemplateProducts {
  /** Content id (SKU) of the product shown as the picture. */
  readonly thumbnailProductRetailerId: string;
  /** Up to 10 sections with 30 products in all. */
  readonly sections: readonly { readonly title?: string; readonly productRetailerIds: readonly string[] }[];
}

/** What is put into a button, by kind. */
export type TemplateButtonContent =
  /** What the URL ends with, in place of its variable. */
  | { readonly url: string }
  /** Comes back when the button is tapped; up to 256 characters. @default the button's text */
  | { readonly quickReply: string }
  /** The coupon code: up to 20 letters and digits. */
  | { readonly copyCode: string }
  /** Token and first data of a flow. */
  | { readonly flow: { readonly token?: string; readonly data?: Readonly<Record<string, unknown>> } }
  | { readonly catalog: { readonly thumbnailProductRetailerId: string } }
  | { readonly products: TemplateProducts }
  /** How long the button works, 1 to 43200 minutes, and a text for the call's webhook. */
  | { readonly voiceCall: { readonly ttlMinutes?: number; readonly payload?: string } }
  /** The order, in Meta's names. */
  | { readonly orderDetails: OutboundOrderDetails };

/** What is put into one button. Buttons that take nothing are left out. @publicApi */
export type TemplateButtonValue = TemplateButtonContent & {
  /** Place of the button in the template, counted from 0. @default its place in this list */
  readonly index?: number | undefined;
};

/** What is put into one card of a carousel. @publicApi */
export interface TemplateCardValue {
  readonly header: TemplateHeaderValue;
  readonly params?: TemplateParams | undefined;
  readonly buttons?: readonly TemplateButtonValue[] | undefined;
}

/** What is put into a template, part by part. */
export interface TemplateParts {
  readonly params?: TemplateParams | undefined;
  readonly header?: TemplateHeaderValue | undefined;
  readonly buttons?: readonly TemplateButtonValue[] | undefined;
  readonly carousel?: readonly TemplateCardValue[] | undefined;
  readonly otp?: string | undefined;
  readonly offerExpiresAt?: Date | number | undefined;
  readonly orderStatus?:
    { readonly referenceId: string; readonly status: string; readonly description?: string } | undefined;
  readonly tapTarget?: { readonly url: string; readonly title: string } | undefined;
}

/** Names of the parts. */
export const TEMPLATE_PARTS = [
  'params',
  'header',
  'buttons',
  'carousel',
  'otp',
  'offerExpiresAt',
  'orderStatus',
  'tapTarget',
] as const satisfies readonly (keyof TemplateParts)[];
