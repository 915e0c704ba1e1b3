import type { WireCommerceSettings } from '../wire/commerce/commerce-settings';

/** What of the catalog a number shows. @publicApi */
export interface CommerceSettings {
  /** Absent when no catalog is linked. */
  readonly catalogId?: string;
  readonly isCatalogVisible: boolean;
  readonly isCartEnabled: boolean;
  /** Meta's answer, untouched; absent when nothing was ever set. */
  readonly raw?: WireCommerceSettings;
}

/** Reads what Meta answered; what is not set has Meta's defaults. */
export function readCommerceSettings(raw: WireCommerceSettings | undefined): CommerceSettings {
  return {
    ...(raw?.id !== undefined && { catalogId: raw.id }),
    isCatalogVisible: raw?.is_catalog_visible ?? false,
    isCartEnabled: raw?.is_cart_enabled ?? true,
    ...(raw && { raw }),
  };
}
