import type { OutboundProductSection } from '../../wire/outbound/interactive';
import type {
  OutboundBodyParameter,
  OutboundButtonAction,
  OutboundButtonParameter,
  OutboundHeaderParameter,
  OutboundTemplateBody,
  OutboundTemplateButton,
  OutboundTemplateCard,
  OutboundTemplateComponent,
  OutboundTemplateHeader,
} from '../../wire/outbound/template';
import { defined } from '../builders/defined';
import { documentReference, mediaReference } from '../builders/media.builder';
import type {
  TemplateButtonValue,
  TemplateCardValue,
  TemplateHeaderValue,
  TemplateParams,
  TemplateParts,
  TemplateProducts,
  TemplateValue,
} from './template-values.interface';

/** Hears where in the input a component or parameter came from. */
export type NotePath = (made: object, path: string) => void;

const silent: NotePath = () => undefined;

/** The components for the parts of an input; none when there is nothing to put in. */
export function buildTemplateComponents(
  parts: TemplateParts,
  note: NotePath = silent,
): OutboundTemplateComponent[] | undefined {
  const { header, params, carousel, buttons, otp, offerExpiresAt, orderStatus, tapTarget } = parts;
  const components: OutboundTemplateComponent[] = [];
  const add = <C extends OutboundTemplateComponent>(component: C, path: string): void => {
    note(component, path);
    components.push(component);
  };
  if (header != null) add(headerComponent(header, 'header', note), 'header');
  if (params != null) addBody(params, 'params', note, (body) => components.push(body));
  if (otp != null) {
    add({ type: 'body', parameters: [{ type: 'text', text: otp }] }, 'otp');
    add({ type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: otp }] }, 'otp');
  }
  if (offerExpiresAt != null) {
    const offer = { expiration_time_ms: Number(offerExpiresAt) };
    const parameters = [{ type: 'limited_time_offer' as const, limited_time_offer: offer }];
    add({ type: 'limited_time_offer', parameters }, 'offerExpiresAt');
  }
  if (carousel != null)
    add({ type: 'carousel', cards: carousel.map((card, i) => cardOf(card, i, note)) }, 'carousel');
  if (orderStatus != null) {
    const { referenceId, status, description } = orderStatus;
    const order = { status: status as 'pending', ...defined<{ description?: string }>({ description }) };
    const parameters = [
      { type: 'order_status' as const, order_status: { reference_id: referenceId, order } },
    ];
    add({ type: 'order_status', parameters }, 'orderStatus');
  }
  buttons?.forEach((button, place) => add(buttonComponent(button, place), `buttons[${place}]`));
  if (tapTarget != null) {
    const { url, title } = tapTarget;
    const type = 'tap_target_configuration';
    add({ type, parameters: [{ type, tap_target_configuration: [{ url, title }] }] }, 'tapTarget');
  }
  return components.length > 0 ? components : undefined;
}

function cardOf(
  { header, params, buttons }: TemplateCardValue,
  place: number,
  note: NotePath,
): OutboundTemplateCard {
  const at = `carousel[${place}]`;
  const components: OutboundTemplateCard['components'] = [headerComponent(header, `${at}.header`, note)];
  note(components[0]!, `${at}.header`);
  if (params != null) addBody(params, `${at}.params`, note, (body) => components.push(body));
  buttons?.forEach((button, index) => {
    const component = buttonComponent(button, index);
    note(component, `${at}.buttons[${index}]`);
    components.push(component);
  });
  return { card_index: place, components };
}

function addBody(
  params: TemplateParams,
  path: string,
  note: NotePath,
  add: (body: OutboundTemplateBody) => void,
): void {
  const parameters = isList(params)
    ? params.map((value, index) => noted(bodyParameter(value), `${path}[${index}]`, note))
    : Object.entries(params).map(([name, value]) =>
        noted({ ...bodyParameter(value), parameter_name: name }, `${path}.${name}`, note),
      );
  if (parameters.length > 0) add(noted<OutboundTemplateBody>({ type: 'body', parameters }, path, note));
}

function bodyParameter(value: TemplateValue): OutboundBodyParameter {
  if (typeof value !== 'object') return { type: 'text', text: String(value) };
  if ('currency' in value) {
    const { currency: code, amount, fallback } = value;
    const currency = { fallback_value: fallback, code, amount_1000: Math.round(amount * 1000) };
    return { type: 'currency', currency };
  }
  if ('dateTime' in value) return { type: 'date_time', date_time: { fallback_value: value.dateTime } };
  return { type: 'group_id', group_id: value.groupId };
}

function headerComponent(value: TemplateHeaderValue, path: string, note: NotePath): OutboundTemplateHeader {
  return { type: 'header', parameters: [noted(headerParameter(value), path, note)] };
}

function headerParameter(value: TemplateHeaderValue): OutboundHeaderParameter {
  if (typeof value === 'string') return { type: 'text', text: value };
  if ('text' in value) {
    if (typeof value.text === 'string') return { type: 'text', text: value.text };
    const [[name, text] = ['', '']] = Object.entries(value.text);
    return { type: 'text', text, parameter_name: name };
  }
  if ('image' in value) return { type: 'image', image: mediaReference(value.image) };
  if ('video' in value) return { type: 'video', video: mediaReference(value.video) };
  if ('gif' in value) return { type: 'gif', gif: mediaReference(value.gif) };
  if ('document' in value) return { type: 'document', document: documentReference(value.document) };
  if ('location' in value) return { type: 'location', location: value.location };
  const { catalogId, productRetailerId } = value.product;
  return { type: 'product', product: { catalog_id: catalogId, product_retailer_id: productRetailerId } };
}

function buttonComponent(value: TemplateButtonValue, place: number): OutboundTemplateButton {
  const { sub_type, parameters } = buttonContent(value);
  return { type: 'button', sub_type, index: String(value.index ?? place), parameters };
}

function buttonContent(value: TemplateButtonValue): {
  sub_type: OutboundTemplateButton['sub_type'];
  parameters: OutboundButtonParameter[];
} {
  if ('url' in value) return { sub_type: 'url', parameters: [{ type: 'text', text: value.url }] };
  if ('quickReply' in value)
    return { sub_type: 'quick_reply', parameters: [{ type: 'payload', payload: value.quickReply }] };
  if ('copyCode' in value)
    return { sub_type: 'copy_code', parameters: [{ type: 'coupon_code', coupon_code: value.copyCode }] };
  if ('flow' in value) {
    const { token, data } = value.flow;
    return withAction('flow', defined<OutboundButtonAction>({ flow_token: token, flow_action_data: data }));
  }
  if ('catalog' in value)
    return withAction('catalog', { thumbnail_product_retailer_id: value.catalog.thumbnailProductRetailerId });
  if ('products' in value) return withAction('mpm', productAction(value.products));
  if ('voiceCall' in value) return { sub_type: 'voice_call', parameters: callParameters(value.voiceCall) };
  return withAction('order_details', { order_details: value.orderDetails });
}

function withAction(
  sub_type: OutboundTemplateButton['sub_type'],
  action: OutboundButtonAction,
): ReturnType<typeof buttonContent> {
  return { sub_type, parameters: [{ type: 'action', action }] };
}

function productAction({ thumbnailProductRetailerId, sections }: TemplateProducts): OutboundButtonAction {
  return {
    thumbnail_product_retailer_id: thumbnailProductRetailerId,
    sections: sections.map(({ title, productRetailerIds }) =>
      defined<OutboundProductSection>({
        title,
        product_items: productRetailerIds.map((id) => ({ product_retailer_id: id })),
      }),
    ),
  };
}

function callParameters({
  ttlMinutes,
  payload,
}: {
  ttlMinutes?: number;
  payload?: string;
}): OutboundButtonParameter[] {
  const parameters: OutboundButtonParameter[] = [];
  if (ttlMinutes != null) parameters.push({ type: 'ttl_minutes', ttl_minutes: ttlMinutes });
  if (payload != null) parameters.push({ type: 'payload', payload });
  return parameters;
}

function noted<T extends object>(made: T, path: string, note: NotePath): T {
  note(made, path);
  return made;
}

/** `Array.isArray` does not narrow readonly lists. */
function isList(params: TemplateParams): params is readonly TemplateValue[] {
  return Array.isArray(params);
}
