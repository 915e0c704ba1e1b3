import { InputDto } from '../../validation/input.dto';
import { ANY_TEXT, COMMERCE_LIMITS } from '../../validation/limits';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';
import type { PaymentProvider } from '../../wire/payments/payment-configuration';

/** A payment configuration to be made. */
export class CreatePaymentConfigurationDto extends InputDto {
  /** Name by which messages refer to it, 1 to 60 characters. */
  @CodePointLength(COMMERCE_LIMITS.paymentConfiguration)
  name!: string;

  /** `upi_vpa`, or a gateway. */
  @CodePointLength(ANY_TEXT)
  provider!: PaymentProvider;

  /** Merchant category code, e.g. `0000`. */
  @OptionalText()
  merchantCategoryCode?: string | undefined;

  /** Purpose code, e.g. `00`. */
  @OptionalText()
  purposeCode?: string | undefined;

  /** UPI address of the merchant, for `upi_vpa`. */
  @OptionalText()
  merchantVpa?: string | undefined;

  /** Where the merchant comes back to after connecting a gateway. */
  @OptionalText()
  redirectUrl?: string | undefined;
}

/** Input of `payments.createConfiguration`. @publicApi */
export type CreatePaymentConfigurationInput = CreatePaymentConfigurationDto;
