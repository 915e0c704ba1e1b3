import { Injectable } from '@nestjs/common';
import { PayloadValidationError } from '../errors/payload-validation.error';
import { GraphClient } from '../graph/graph-client.service';
import type { Page } from '../graph/graph-page';
import { GraphPages } from '../graph/graph-pages.service';
import type { CallOptions } from '../graph/graph-request.interface';
import type { FieldOptions } from '../graph/node-request';
import { assertSuccess, firstOf, onNumber, onWaba } from '../graph/node-request';
import type { PageOptions } from '../graph/page-query';
import { ANY_TEXT } from '../validation/limits';
import { PayloadValidator } from '../validation/payload-validator.service';
import { lengthProblem } from '../validation/rules/code-point-length.decorator';
import type { ProductCatalog, WireCommerceSettings } from '../wire/commerce/commerce-settings';
import type { CommerceSettings } from './commerce-settings.interface';
import { readCommerceSettings } from './commerce-settings.interface';
import type { UpdateCommerceSettingsInput } from './dto/update-commerce-settings.dto';
import { UpdateCommerceSettingsDto } from './dto/update-commerce-settings.dto';

const SETTINGS = 'whatsapp_commerce_settings';
const CATALOGS = 'product_catalogs';

/**
 * Cart and catalog of a number, and the catalogs that are linked to its WABA.
 * @example await commerce.update({ isCatalogVisible: true });
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/sell-products-and-services/set-commerce-settings
 * @publicApi
 */
@Injectable()
export class CommerceService {
  constructor(
    private readonly graph: GraphClient,
    private readonly validator: PayloadValidator,
    private readonly pages: GraphPages,
  ) {}

  /** Reads what the number shows. */
  async get(options?: CallOptions): Promise<CommerceSettings> {
    const answer = await this.graph.request<{ data?: WireCommerceSettings[] } | undefined>({
      method: 'GET',
      ...onNumber(options, SETTINGS),
    });
    return readCommerceSettings(firstOf<WireCommerceSettings>(answer));
  }

  /**
   * Changes what is given and leaves the rest.
   * @throws PayloadValidationError before anything leaves, GraphApiError when Meta refuses
   */
  async update(change: UpdateCommerceSettingsInput, options?: CallOptions): Promise<void> {
    this.validator.assert('commerce settings', UpdateCommerceSettingsDto, change, options?.validate);
    const { isCartEnabled, isCatalogVisible } = change;
    if (isCartEnabled == null && isCatalogVisible == null) {
      const message = 'is missing: give at least one of isCartEnabled and isCatalogVisible';
      throw new PayloadValidationError('commerce settings', [{ path: 'isCartEnabled', message }]);
    }
    const answer = await this.graph.request({
      method: 'POST',
      ...onNumber(options, SETTINGS),
      query: {
        ...(isCartEnabled != null && { is_cart_enabled: isCartEnabled }),
        ...(isCatalogVisible != null && { is_catalog_visible: isCatalogVisible }),
      },
      kind: 'safe',
    });
    assertSuccess(answer, `POST /{id}/${SETTINGS}`);
  }

  /** Lists the catalogs of a WABA. The token needs `catalog_management`. */
  async catalogs(page?: PageOptions, options?: FieldOptions<string>): Promise<Page<ProductCatalog>> {
    return this.pages.list<ProductCatalog>({
      ...onWaba(options, CATALOGS),
      query: { fields: options?.fields?.join(',') },
      page,
    });
  }

  /** Links a catalog to a WABA. */
  async linkCatalog(catalogId: string, options?: CallOptions): Promise<void> {
    await this.changeCatalog('POST', catalogId, options);
  }

  /** Unlinks a catalog from a WABA. */
  async unlinkCatalog(catalogId: string, options?: CallOptions): Promise<void> {
    await this.changeCatalog('DELETE', catalogId, options);
  }

  private async changeCatalog(
    method: 'POST' | 'DELETE',
    catalogId: string,
    options: CallOptions | undefined,
  ): Promise<void> {
    const message = lengthProblem(catalogId, ANY_TEXT);
    const issues = message === undefined ? [] : [{ path: 'catalogId', message }];
    this.validator.assertWith('catalog', () => issues, options?.validate);
    const answer = await this.graph.request({
      method,
      ...onWaba(options, CATALOGS),
      query: { catalog_id: catalogId },
      kind: 'safe',
    });
    assertSuccess(answer, `${method} /{id}/${CATALOGS}`);
  }
}
