import type { GraphClient } from '../graph/graph-client.service';
import type { CallOptions, GraphRequest } from '../graph/graph-request.interface';
import { assertSuccess, incomplete, onNumber } from '../graph/node-request';
import { ANY_TEXT } from '../validation/limits';
import type { PayloadValidator } from '../validation/payload-validator.service';
import { lengthProblem } from '../validation/rules/code-point-length.decorator';
import type { BusinessAppSyncResponse, BusinessAppSyncType } from '../wire/phone-numbers/business-app-sync';
import type { RegisterPhoneNumberInput } from './dto/register-phone-number.dto';
import { pinProblem, RegisterPhoneNumberDto } from './dto/register-phone-number.dto';
import type { RequestCodeInput, VerifyCodeInput } from './dto/verify-phone-number.dto';
import { RequestCodeDto, VerifyCodeDto } from './dto/verify-phone-number.dto';
import { buildRegister } from './phone-number.builder';
import type { BusinessAppSync } from './phone-number-results.interface';

/** What the requests of `PhoneRegistration.change` consist of. */
type Change = Pick<GraphRequest, 'query' | 'body' | 'kind'>;

/** The way of a number onto the Cloud API, step by step: code, verification, registration; and off it. */
export abstract class PhoneRegistration {
  protected constructor(
    protected readonly graph: GraphClient,
    protected readonly validator: PayloadValidator,
  ) {}

  /**
   * Lets Meta send a verification code to the number. Not needed for numbers of Embedded Signup.
   * @throws RequestCodeError when Meta sends none; `userMessage` tells when to try again
   * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers
   */
  async requestCode(input: RequestCodeInput, options?: CallOptions): Promise<void> {
    this.validator.assert('verification code request', RequestCodeDto, input, options?.validate);
    const query = { code_method: input.method, language: input.language };
    await this.change('request_code', { query }, options);
  }

  /**
   * Verifies the number by the code that came.
   * @throws VerifyCodeError, RequestCodeError when the code is wrong
   */
  async verifyCode(input: VerifyCodeInput, options?: CallOptions): Promise<void> {
    this.validator.assert('verification code', VerifyCodeDto, input, options?.validate);
    await this.change('verify_code', { body: { code: input.code.replace('-', '') } }, options);
  }

  /**
   * Registers a verified number, so that it can send. At most 10 times in 72 hours, deregistrations included. Numbers of
   * Embedded Signup must be registered within 14 days; test numbers need not.
   * @throws TwoStepPinMismatchError when the number has another PIN
   * @throws PhoneNumberReverificationNeededError when it is not verified
   * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/registration
   */
  async register(input: RegisterPhoneNumberInput, options?: CallOptions): Promise<void> {
    this.validator.assert('registration', RegisterPhoneNumberDto, input, options?.validate);
    await this.change('register', { body: buildRegister(input) }, options);
  }

  /**
   * Takes the number off the Cloud API; it stays in the WABA and keeps its PIN. Not for numbers that are in the WhatsApp
   * Business app too. Counts like `register`.
   */
  async deregister(options?: CallOptions): Promise<void> {
    await this.change('deregister', {}, options);
  }

  /**
   * Fetches what the WhatsApp Business app holds, for a number that is there too (coexistence): its contacts
   * (`smb_app_state_sync`) or its messages (`history`). Each once, within 24 hours of the onboarding; never repeated
   * here. The data come by `app_state_sync.*` and `history.*` events.
   * @throws SynchronizationRequestLimitExceededError when it was done before
   * @throws SynchronizationOutsideWindowError when it is too late: the business has to be onboarded again
   * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/onboarding-business-app-users
   */
  async syncBusinessApp(type: BusinessAppSyncType, options?: CallOptions): Promise<BusinessAppSync> {
    this.assertValue('business app sync', 'type', lengthProblem(type, ANY_TEXT), options);
    const raw = await this.graph.request<BusinessAppSyncResponse | undefined>({
      method: 'POST',
      ...onNumber(options, 'smb_app_data'),
      body: { messaging_product: 'whatsapp', sync_type: type },
    });
    if (raw?.request_id) return { requestId: raw.request_id, raw };
    throw incomplete('the answer has no request_id', 'POST /{id}/smb_app_data', raw);
  }

  /**
   * Sets or changes the two-step PIN, 6 digits. It can be switched off in WhatsApp Manager only.
   * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/two-step-verification
   */
  async setPin(pin: string, options?: CallOptions): Promise<void> {
    this.assertValue('two-step PIN', 'pin', pinProblem(pin), options);
    await this.change(undefined, { body: { pin }, kind: 'safe' }, options);
  }

  /** Makes a change that Meta answers with yes or no. */
  protected async change(
    edge: string | undefined,
    change: Change,
    options: CallOptions | undefined,
  ): Promise<void> {
    const request = edge === undefined ? onNumber(options) : onNumber(options, edge);
    const answer = await this.graph.request({ method: 'POST', ...request, ...change });
    assertSuccess(answer, `POST /{id}${edge === undefined ? '' : `/${edge}`}`);
  }

  /** Refuses a single value, unless checks are off. */
  protected assertValue(
    subject: string,
    path: string,
    problem: string | undefined,
    options: CallOptions | undefined,
  ): void {
    const issues = problem === undefined ? [] : [{ path, message: problem }];
    this.validator.assertWith(subject, () => issues, options?.validate);
  }
}
