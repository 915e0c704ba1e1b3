import type { OutboundCatalog, OutboundProductSection } from '../../wire/outbound/interactive';
import type {
  ProductSectionDto,
  SendCatalogInput,
  SendProductInput,
  SendProductListInput,
} from '../dto/product.dto';
import { defined } from './defined';
import type { InteractiveMessage } from './interactive.builder';
import { body, footer, interactiveMessage, optionalBody } from './interactive.builder';

/** One product. */
export function buildProduct(input: SendProductInput): InteractiveMessage {
  return interactiveMessage(input, {
    type: 'product',
    ...optionalBody(input.body),
    ...footer(input.footer),
    action: { catalog_id: input.catalogId, product_retailer_id: input.productRetailerId },
  });
}

/** Several products. */
export function buildProductList(input: SendProductListInput): InteractiveMessage {
  return interactiveMessage(input, {
    type: 'product_list',
    header: { type: 'text', text: input.header },
    ...body(input.body),
    ...footer(input.footer),
    action: { catalog_id: input.catalogId, sections: input.sections.map(section) },
  });
}

/** The whole catalog. */
export function buildCatalog(input: SendCatalogInput): InteractiveMessage {
  const thumbnail = input.thumbnailProductRetailerId;
  const action: OutboundCatalog['action'] = { name: 'catalog_message' };
  if (thumbnail != null) action.parameters = { thumbnail_product_retailer_id: thumbnail };
  return interactiveMessage(input, {
    type: 'catalog_message',
    ...body(input.body),
    ...footer(input.footer),
    action,
  });
}

function section({ title, productRetailerIds }: ProductSectionDto): OutboundProductSection {
  return defined<OutboundProductSection>({
    title,
    product_items: productRetailerIds.map((id) => ({ product_retailer_id: id })),
  });
}
