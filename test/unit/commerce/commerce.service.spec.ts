import { CommerceService } from '../../../lib/commerce/commerce.service';
import { RecordingGraph, refusals } from '../../support/recording-graph';

const graph = new RecordingGraph();
const commerce = new CommerceService(graph.client, graph.validator, graph.pages);

beforeEach(() => {
  graph.requests.length = 0;
  graph.answer({ success: true });
});

describe('CommerceService', () => {
  it('S2 CommerceSettings: reads catalog and switches, and Meta’s defaults where nothing is set', async () => {
    const raw = { id: '727705352028726', is_cart_enabled: false, is_catalog_visible: true };
    graph.answer({ data: [raw] }, { data: [] });
    await expect(commerce.get()).resolves.toEqual({
      catalogId: '727705352028726',
      isCartEnabled: false,
      isCatalogVisible: true,
      raw,
    });
    await expect(commerce.get()).resolves.toEqual({ isCartEnabled: true, isCatalogVisible: false });
    expect(graph.sent[0]).toEqual({ method: 'GET', path: '100/whatsapp_commerce_settings' });
  });

  it.each([
    ['S2 CommerceSettings.catalog_id', { id: '7' }, { catalogId: '7' }],
    ['S2 CommerceSettings.is_catalog_visible', { is_catalog_visible: true }, { isCatalogVisible: true }],
    ['S2 CommerceSettings.is_cart_enabled', { is_cart_enabled: false }, { isCartEnabled: false }],
  ])('%s: is read', async (_row, raw, expected) => {
    graph.answer({ data: [raw] });
    await expect(commerce.get()).resolves.toMatchObject(expected);
  });

  it('S2 CommerceSettings: writes only what is given, as query parameters', async () => {
    await commerce.update({ isCatalogVisible: true });
    await commerce.update({ isCartEnabled: false, isCatalogVisible: false });
    expect(graph.sent).toEqual([
      { method: 'POST', path: '100/whatsapp_commerce_settings', query: { is_catalog_visible: true } },
      {
        method: 'POST',
        path: '100/whatsapp_commerce_settings',
        query: { is_cart_enabled: false, is_catalog_visible: false },
      },
    ]);
  });

  it('refuses an empty change and values that are no switches', async () => {
    await expect(refusals(() => commerce.update({}))).resolves.toEqual([
      'isCartEnabled: is missing: give at least one of isCartEnabled and isCatalogVisible',
    ]);
    await expect(refusals(() => commerce.update({ isCartEnabled: 'yes' as never }))).resolves.toEqual([
      'isCartEnabled: must be a boolean value',
    ]);
    await expect(refusals(() => commerce.linkCatalog(''))).resolves.toEqual(['catalogId: must not be empty']);
    expect(graph.requests).toEqual([]);
  });

  it('lists, links and unlinks the catalogs of a WABA', async () => {
    graph.answer({ data: [{ id: '7', name: 'Plants' }] });
    const page = await commerce.catalogs({ limit: 5 }, { fields: ['id', 'name'] });
    expect(page.items).toEqual([{ id: '7', name: 'Plants' }]);
    graph.answer({ success: true });
    await commerce.linkCatalog('7');
    await commerce.unlinkCatalog('7', { wabaId: '200' });
    expect(graph.sent).toEqual([
      { method: 'GET', path: '200/product_catalogs', query: { fields: 'id,name', limit: 5 } },
      { method: 'POST', path: '200/product_catalogs', query: { catalog_id: '7' } },
      { method: 'DELETE', path: '200/product_catalogs', query: { catalog_id: '7' } },
    ]);
  });
});
