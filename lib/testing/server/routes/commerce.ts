import type { RouteHandler } from '../route.interface';
import { pageOf } from '../graph-page';
import { plainText, requiredText, requireThat } from '../required';

/** `GET /{phone}/whatsapp_commerce_settings`. */
export const getCommerceSettings: RouteHandler = ({ id, number }, { state }) => {
  const { isCartEnabled, isCatalogVisible } = state.numberRecords.of(id);
  const [catalog] = state.numberRecords.catalogsOf(number.wabaId);
  const settings = {
    ...(catalog !== undefined && { id: catalog }),
    is_cart_enabled: isCartEnabled,
    is_catalog_visible: isCatalogVisible,
  };
  return { body: { data: [settings] } };
};

/** `POST /{phone}/whatsapp_commerce_settings`. */
export const updateCommerceSettings: RouteHandler = async (request, { state }) => {
  const { is_cart_enabled: cart, is_catalog_visible: catalog } = await request.params();
  requireThat(
    cart !== undefined || catalog !== undefined,
    'is_cart_enabled or is_catalog_visible is required',
  );
  const record = state.numberRecords.of(request.id);
  if (cart !== undefined) record.isCartEnabled = plainText(cart) === 'true';
  if (catalog !== undefined) record.isCatalogVisible = plainText(catalog) === 'true';
  return { body: { success: true } };
};

/** `GET /{waba}/product_catalogs`. */
export const listCatalogs: RouteHandler = (request, { state }) => {
  const catalogs = [...state.numberRecords.catalogsOf(request.id)].map((id) => ({
    id,
    name: `Catalog ${id}`,
  }));
  return { body: pageOf(catalogs, request, 'product_catalogs', state) };
};

/** `POST /{waba}/product_catalogs`. */
export const linkCatalog: RouteHandler = async (request, { state }) => {
  state.numberRecords.catalogsOf(request.id).add(requiredText(await request.params(), 'catalog_id'));
  return { body: { success: true } };
};

/** `DELETE /{waba}/product_catalogs`. */
export const unlinkCatalog: RouteHandler = async (request, { state }) => {
  const id = requiredText(await request.params(), 'catalog_id');
  requireThat(state.numberRecords.catalogsOf(request.id).delete(id), 'The catalog is not linked');
  return { body: { success: true } };
};
