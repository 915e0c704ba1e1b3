import { Injectable } from '@nestjs/common';
import { GraphClient } from '../graph/graph-client.service';
import type { Page } from '../graph/graph-page';
import { GraphPages } from '../graph/graph-pages.service';
import type { CallOptions } from '../graph/graph-request.interface';
import type { FieldOptions } from '../graph/node-request';
import { incomplete, onNumber, onWaba } from '../graph/node-request';
import type { PageOptions } from '../graph/page-query';
import { ANY_TEXT } from '../validation/limits';
import { PayloadValidator } from '../validation/payload-validator.service';
import { lengthProblem } from '../validation/rules/code-point-length.decorator';
import type { HealthStatus } from '../wire/phone-numbers/health-status';
import type { CreatePhoneNumberResponse } from '../wire/phone-numbers/phone-number-request';
import type {
  PhoneNumber,
  PhoneNumberField,
  SearchVisibility,
  WebhookConfiguration,
} from '../wire/phone-numbers/phone-number';
import type { CallbackOverrideInput } from './dto/callback-override.dto';
import { CallbackOverrideDto } from './dto/callback-override.dto';
import type { CreatePhoneNumberInput } from './dto/create-phone-number.dto';
import { CreatePhoneNumberDto } from './dto/create-phone-number.dto';
import { PHONE_NUMBER_FIELDS } from './phone-number-fields';
import { PHONE_NUMBER_LIMITS } from './phone-number-limits';
import type {
  CreatedPhoneNumber,
  PhoneNumberFilter,
  PhoneNumberQuality,
  PhoneNumberThroughput,
} from './phone-number-results.interface';
import { buildCreate } from './phone-number.builder';
import { PhoneRegistration } from './phone-registration';

/** Order of a list of numbers. @publicApi */
export type PhoneNumberSort =
  | 'last_onboarded_time_ascending'
  | 'last_onboarded_time_descending'
  | 'creation_time_ascending'
  | 'creation_time_descending'
  | (string & {});

/** Which numbers `PhoneNumbersService.list` reads. @publicApi */
export interface PhoneNumberListQuery extends PageOptions {
  /** Conditions that all must hold. @default none */
  readonly filtering?: readonly PhoneNumberFilter[] | undefined;
  /**
   * Order. Meta's OpenAPI file spells it `last_onboarded_time.asc`, which Meta refuses.
   * @default Meta's: the number that was onboarded last comes first
   */
  readonly sort?: PhoneNumberSort | undefined;
  /** Totals to be found in the page's `summary`, e.g. `total_count`. @default none */
  readonly summary?: readonly string[] | undefined;
}

/**
 * The business phone numbers of a WABA: read, add, verify, register and set up. All but `list` and `create` are about the
 * number that the options name, or the module's.
 * @example
 * ```ts
 * const { phoneNumberId } = await phoneNumbers.create({ countryCode: '1', phoneNumber: '6505551234', verifiedName: 'Lucky Shrub' });
 * await phoneNumbers.requestCode({ method: 'SMS', language: 'en_US' }, { phoneNumberId });
 * await phoneNumbers.verifyCode({ code: '123-456' }, { phoneNumberId });
 * await phoneNumbers.register({ pin: '654321' }, { phoneNumberId });
 * ```
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers
 * @publicApi
 */
@Injectable()
export class PhoneNumbersService extends PhoneRegistration {
  constructor(
    graph: GraphClient,
    validator: PayloadValidator,
    private readonly pages: GraphPages,
  ) {
    super(graph, validator);
  }

  /** Lists the numbers of a WABA, in Meta's names. At most 100 a page. */
  async list(
    query: PhoneNumberListQuery = {},
    options?: FieldOptions<PhoneNumberField>,
  ): Promise<Page<PhoneNumber>> {
    const { filtering, sort, summary, ...page } = query;
    const { max } = PHONE_NUMBER_LIMITS.pageSize;
    const tooMany = (page.limit ?? 0) > max ? `must be at most ${max}` : undefined;
    this.assertValue('phone number list', 'limit', tooMany, options);
    return this.pages.list<PhoneNumber>({
      ...onWaba(options, 'phone_numbers'),
      query: {
        fields: (options?.fields ?? PHONE_NUMBER_FIELDS).join(','),
        filtering: filtering && JSON.stringify(filtering),
        sort,
        summary: summary?.join(','),
      },
      page,
    });
  }

  /** Reads a number, in Meta's names: the fields that are asked for, else those that all API versions know. */
  get(options?: FieldOptions<PhoneNumberField>): Promise<PhoneNumber> {
    return this.read(options?.fields ?? PHONE_NUMBER_FIELDS, options);
  }

  /** Whether the number can send, and what stands in the way: the number, its WABA, the business, the app. */
  async health(options?: CallOptions): Promise<HealthStatus> {
    const raw = await this.read(['health_status'], options);
    if (raw.health_status) return raw.health_status;
    throw incomplete('the answer has no health_status', 'GET /{id}', raw);
  }

  /**
   * How users rate the number over the last 7 days.
   * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messaging-limits
   */
  async quality(options?: CallOptions): Promise<PhoneNumberQuality> {
    const raw = await this.read(['quality_rating', 'quality_score'], options);
    return { rating: raw.quality_rating ?? raw.quality_score?.score ?? 'UNKNOWN', raw };
  }

  /**
   * How fast the number may send.
   * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput
   */
  async throughput(options?: CallOptions): Promise<PhoneNumberThroughput> {
    const raw = await this.read(['throughput'], options);
    if (raw.throughput) return { level: raw.throughput.level, raw };
    throw incomplete('the answer has no throughput', 'GET /{id}', raw);
  }

  /**
   * Adds a number to a WABA. It must be verified and registered before it can send. New portfolios may have 2 numbers,
   * later 20.
   * @throws PhoneNumberAlreadyExistsError, CannotMigratePhoneNumberError when Meta refuses it
   */
  async create(input: CreatePhoneNumberInput, options?: CallOptions): Promise<CreatedPhoneNumber> {
    this.validator.assert('phone number', CreatePhoneNumberDto, input, options?.validate);
    const raw = await this.graph.request<CreatePhoneNumberResponse | undefined>({
      method: 'POST',
      ...onWaba(options, 'phone_numbers'),
      body: buildCreate(input),
    });
    if (typeof raw?.id === 'string') return { phoneNumberId: raw.id, raw };
    throw incomplete('the answer has no id', 'POST /{id}/phone_numbers', raw);
  }

  /**
   * Asks for another display name. The review ends with a `phone_number_name_update` webhook; an approved name shows once
   * the number has been registered again.
   * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/display-names
   */
  async requestDisplayName(name: string, options?: CallOptions): Promise<void> {
    this.assertValue('display name', 'name', lengthProblem(name, ANY_TEXT), options);
    const body = { messaging_product: 'whatsapp', new_display_name: name };
    await this.change(undefined, { body, kind: 'safe' }, options);
  }

  /** Lets users find the number by search, or not. Documented in Meta's OpenAPI file alone. */
  async setSearchVisibility(visibility: SearchVisibility, options?: CallOptions): Promise<void> {
    this.assertValue('search visibility', 'visibility', lengthProblem(visibility, ANY_TEXT), options);
    const body = { search_visibility: visibility === 'NON_VISIBLE' ? 'HIDDEN' : visibility };
    await this.change(undefined, { body, kind: 'safe' }, options);
  }

  /** Where the webhooks of the number go: to its override, else to that of its WABA, else to the app's URL. */
  async callbacks(options?: CallOptions): Promise<WebhookConfiguration> {
    return (await this.read(['webhook_configuration'], options)).webhook_configuration ?? {};
  }

  /**
   * Sends the webhooks of this number to a URL of its own. Meta asks it for a challenge at once, so it must be listening.
   * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override
   */
  async overrideCallback(input: CallbackOverrideInput, options?: CallOptions): Promise<void> {
    this.validator.assert('callback override', CallbackOverrideDto, input, options?.validate);
    await this.configureCallback(
      { override_callback_uri: input.url, verify_token: input.verifyToken },
      options,
    );
  }

  /** Sends the webhooks of this number to the URL of its WABA or app again. */
  async removeCallbackOverride(options?: CallOptions): Promise<void> {
    await this.configureCallback({ override_callback_uri: '' }, options);
  }

  private configureCallback(
    configuration: { override_callback_uri: string; verify_token?: string },
    options: CallOptions | undefined,
  ): Promise<void> {
    return this.change(undefined, { body: { webhook_configuration: configuration }, kind: 'safe' }, options);
  }

  private read(fields: readonly PhoneNumberField[], options: CallOptions | undefined): Promise<PhoneNumber> {
    return this.graph.request<PhoneNumber>({
      method: 'GET',
      ...onNumber(options),
      query: { fields: fields.join(',') },
    });
  }
}
