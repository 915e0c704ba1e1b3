import { Injectable } from '@nestjs/common';
import { GraphClient } from '../graph/graph-client.service';
import type { Page } from '../graph/graph-page';
import { GraphPages } from '../graph/graph-pages.service';
import type { CallOptions } from '../graph/graph-request.interface';
import { assertSuccess, firstOf, incomplete, onNumber } from '../graph/node-request';
import type { PageOptions } from '../graph/page-query';
import { ANY_TEXT } from '../validation/limits';
import { PayloadValidator } from '../validation/payload-validator.service';
import { lengthProblem } from '../validation/rules/code-point-length.decorator';
import type { WireQrCode } from '../wire/qr-codes/qr-code';
import type { CreateQrCodeInput, UpdateQrCodeInput } from './dto/qr-code.dto';
import { CreateQrCodeDto, imageProblem, UpdateQrCodeDto } from './dto/qr-code.dto';
import { QR_CODE_LIMITS } from './qr-code-limits';
import type { QrCode, QrImageFormat } from './qr-code.interface';
import { readQrCode } from './qr-code.interface';

const EDGE = 'message_qrdls';

/** What of a QR code is read. @publicApi */
export interface QrCodeReadOptions extends CallOptions {
  /** Adds the URL of an image of this format. @default none */
  readonly image?: QrImageFormat | undefined;
}

/**
 * QR codes and short links that open a chat with a text in it.
 * @example const { deepLinkUrl } = await qrCodes.create({ prefilledMessage: 'Show me today’s offers', image: 'SVG' });
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/qr-codes
 * @publicApi
 */
@Injectable()
export class QrCodesService {
  constructor(
    private readonly graph: GraphClient,
    private readonly validator: PayloadValidator,
    private readonly pages: GraphPages,
  ) {}

  /**
   * Makes a QR code, with an image if asked for.
   * @throws PayloadValidationError before anything leaves, GraphApiError when Meta refuses
   */
  async create(input: CreateQrCodeInput, options?: CallOptions): Promise<QrCode> {
    this.validator.assert('QR code', CreateQrCodeDto, input, options?.validate);
    const { prefilledMessage, image } = input;
    return this.post(
      { prefilled_message: prefilledMessage, ...(image != null && { generate_qr_image: image }) },
      'unsafe',
      options,
    );
  }

  /** Reads a QR code; undefined when Meta knows none by this code. */
  async get(code: string, options?: QrCodeReadOptions): Promise<QrCode | undefined> {
    this.assertCode(code, options);
    const answer = await this.graph.request<{ data?: WireQrCode[] } | undefined>({
      method: 'GET',
      ...onNumber(options, EDGE, code),
      query: { fields: this.fields(options) },
    });
    const found = firstOf<WireQrCode>(answer);
    return found && readQrCode(found);
  }

  /** Lists the QR codes of a number, at most 25 a page. */
  async list(page: PageOptions = {}, options?: QrCodeReadOptions): Promise<Page<QrCode>> {
    const { max } = QR_CODE_LIMITS.pageSize;
    const issues = (page.limit ?? 0) > max ? [{ path: 'limit', message: `must be at most ${max}` }] : [];
    this.validator.assertWith('QR code list', () => issues, options?.validate);
    return this.pages.list<QrCode>({
      ...onNumber(options, EDGE),
      query: { fields: this.fields(options) },
      page,
      map: readQrCode,
    });
  }

  /** Gives a QR code another text; what was printed stays good. */
  async update(input: UpdateQrCodeInput, options?: CallOptions): Promise<QrCode> {
    this.validator.assert('QR code', UpdateQrCodeDto, input, options?.validate);
    return this.post({ code: input.code, prefilled_message: input.prefilledMessage }, 'safe', options);
  }

  /** Takes a QR code and its link out of service. */
  async delete(code: string, options?: CallOptions): Promise<void> {
    this.assertCode(code, options);
    const answer = await this.graph.request({ method: 'DELETE', ...onNumber(options, EDGE, code) });
    assertSuccess(answer, `DELETE /{id}/${EDGE}/{id}`);
  }

  private async post(
    body: object,
    kind: 'safe' | 'unsafe',
    options: CallOptions | undefined,
  ): Promise<QrCode> {
    const request = { method: 'POST', ...onNumber(options, EDGE), body, kind } as const;
    const raw = await this.graph.request<WireQrCode | undefined>(request);
    if (typeof raw?.code === 'string') return readQrCode(raw);
    throw incomplete('the answer has no code', `POST /{id}/${EDGE}`, raw);
  }

  private fields(options: QrCodeReadOptions | undefined): string {
    const image = options?.image;
    if (image === undefined) return 'code,prefilled_message,deep_link_url';
    const message = imageProblem(image);
    // Always checked: it becomes part of a field expression.
    this.validator.assertWith('QR code', () => (message ? [{ path: 'image', message }] : []), true);
    return `code,prefilled_message,deep_link_url,qr_image_url.format(${image})`;
  }

  private assertCode(code: string, options: CallOptions | undefined): void {
    const message = lengthProblem(code, ANY_TEXT);
    this.validator.assertWith(
      'QR code',
      () => (message ? [{ path: 'code', message }] : []),
      options?.validate,
    );
  }
}
