/**
 * What of the catalog a number shows.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/sell-products-and-services/set-commerce-settings
 */
export interface WireCommerceSettings {
  /** Id of the catalog. */
  id?: string;
  is_cart_enabled?: boolean;
  is_catalog_visible?: boolean;
  [field: string]: unknown;
}

/** A product catalog that is linked to a WABA. Its products belong to Meta's Marketing API. */
export interface ProductCatalog {
  id: string;
  name?: string;
  vertical?: string;
  product_count?: number;
  [field: string]: unknown;
}
