import type { TemplateCreation } from '../../../lib/wire/template/message-template';

const HANDLE = '4::aW1hZ2UvanBn:ARYytyb0kLp5:e:1681000441:634974688087057:100089620928913:ARbB4l0I';
const card = (text: string): object => ({
  components: [
    { type: 'HEADER', format: 'IMAGE', example: { header_handle: [HANDLE] } },
    { type: 'BODY', text },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'QUICK_REPLY', text: 'More' },
        { type: 'URL', text: 'Buy', url: 'https://example.com/{{1}}', example: ['https://example.com/1'] },
      ],
    },
  ],
});
const productCard = {
  components: [
    { type: 'HEADER', format: 'PRODUCT' },
    { type: 'BUTTONS', buttons: [{ type: 'SPM', text: 'View' }] },
  ],
};
const code = (button: object): object[] => [
  { type: 'BODY', add_security_recommendation: true },
  { type: 'FOOTER', code_expiration_minutes: 10 },
  { type: 'BUTTONS', buttons: [{ type: 'OTP', ...button }] },
];

/** Bodies of creations as Meta publishes them. */
const templates: Record<string, object> = {
  'a text header, a footer and quick replies': {
    name: 'seasonal_promotion_text_only',
    language: 'en',
    category: 'MARKETING',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Our {{1}} is on!', example: { header_text: ['Summer Sale'] } },
      {
        type: 'BODY',
        text: 'Shop now through {{1}} and use code {{2}} to get {{3}} off of all merchandise.',
        example: { body_text: [['the end of August', '25OFF', '25%']] },
      },
      { type: 'FOOTER', text: 'Use the buttons below to manage your marketing subscriptions' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Unsubcribe from Promos' },
          { type: 'QUICK_REPLY', text: 'Unsubscribe from All' },
        ],
      },
    ],
  },
  'an image header and two calls to action': {
    name: 'limited_time_offer_tuscan_getaway_2023',
    language: 'en_US',
    category: 'MARKETING',
    components: [
      { type: 'HEADER', format: 'IMAGE', example: { header_handle: [HANDLE] } },
      {
        type: 'BODY',
        text: 'Hi {{1}}! For a limited time only you can get our {{2}} for as low as {{3}}. Tap the Offer Details button for more information.',
        example: { body_text: [['Mark', 'Tuscan Getaway package', '800']] },
      },
      { type: 'FOOTER', text: 'Offer valid until May 31, 2023' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'PHONE_NUMBER', text: 'Call', phone_number: '16467043595' },
          {
            type: 'URL',
            text: 'Shop Now',
            url: 'https://damp-sea-63235.example.com/shop?promo={{1}}',
            example: ['summer2023'],
          },
        ],
      },
    ],
  },
  'a location header': {
    name: 'order_delivery_update',
    language: 'en_US',
    category: 'UTILITY',
    components: [
      { type: 'HEADER', format: 'LOCATION' },
      {
        type: 'BODY',
        text: 'Good news {{1}}! Your order #{{2}} is on its way to the location above. Thank you for your order!',
        example: { body_text: [['Mark', '566701']] },
      },
      { type: 'FOOTER', text: 'To stop receiving delivery updates, tap the button below.' },
      { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Stop Delivery Updates' }] },
    ],
  },
  'a document header': {
    name: 'order_confirmation',
    language: 'en_US',
    category: 'UTILITY',
    components: [
      { type: 'HEADER', format: 'DOCUMENT', example: { header_handle: [HANDLE] } },
      {
        type: 'BODY',
        text: 'Thank you for your order, {{1}}! Your order number is {{2}}. Tap the PDF linked above to view your receipt.',
        example: { body_text: [['Mark', '860198-230332']] },
      },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'PHONE_NUMBER', text: 'Call', phone_number: '16467043595' },
          { type: 'URL', text: 'Contact Support', url: 'https://www.examplesite.com/support' },
        ],
      },
    ],
  },
  'several products': {
    name: 'abandoned_cart',
    language: 'en_US',
    category: 'MARKETING',
    components: [
      {
        type: 'HEADER',
        format: 'TEXT',
        text: 'Forget something {{1}}?',
        example: { header_text: ['Pablo'] },
      },
      {
        type: 'BODY',
        text: 'Looks like you left some items in your cart! Use code {{1}} and you can get 10% off of all of them!',
        example: { body_text: [['10OFF']] },
      },
      { type: 'BUTTONS', buttons: [{ type: 'MPM', text: 'View items' }] },
    ],
  },
  'a flow by id, with a type in small letters': {
    name: 'flow_offer',
    language: 'en_US',
    category: 'MARKETING',
    components: [
      { type: 'body', text: 'Check out this new offer' },
      {
        type: 'BUTTONS',
        buttons: [
          {
            type: 'FLOW',
            text: 'Check out this offer!',
            flow_id: '123',
            flow_action: 'navigate',
            navigate_screen: 'START',
          },
        ],
      },
    ],
  },
  'a code to copy': {
    name: 'authentication_code_copy_code_button',
    language: 'en_US',
    category: 'AUTHENTICATION',
    components: code({ otp_type: 'COPY_CODE', text: 'Copy Code' }),
  },
  'a code for an app, as up to Graph API v20': {
    name: 'authentication_code_autofill_button',
    language: 'en_US',
    category: 'AUTHENTICATION',
    components: code({
      otp_type: 'ONE_TAP',
      text: 'Copy Code',
      autofill_text: 'Autofill',
      package_name: 'com.example.luckyshrub',
      signature_hash: 'K8a%2FAINcGX7',
    }),
  },
  'a code for an app': {
    name: 'otp',
    language: 'en_US',
    category: 'AUTHENTICATION',
    message_send_ttl_seconds: 60,
    components: code({
      otp_type: 'ONE_TAP',
      text: 'Copy Code',
      autofill_text: 'Autofill',
      supported_apps: [{ package_name: 'com.example.app', signature_hash: 'K8a/AINcGX7' }],
    }),
  },
  'a code that is taken over by itself': {
    name: 'zero',
    language: 'pt_BR',
    category: 'AUTHENTICATION',
    components: code({
      otp_type: 'ZERO_TAP',
      zero_tap_terms_accepted: true,
      supported_apps: [{ package_name: 'com.example.app', signature_hash: 'K8a/AINcGX7' }],
    }),
  },
  'an offer that ends': {
    name: 'lto',
    language: 'en_US',
    category: 'MARKETING',
    components: [
      { type: 'HEADER', format: 'IMAGE', example: { header_handle: [HANDLE] } },
      { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Expiring!', has_expiration: true } },
      {
        type: 'BODY',
        text: 'Good news, {{1}}! Use code {{2}} today.',
        example: { body_text: [['Ana', 'SAVE10']] },
      },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'COPY_CODE', example: 'SAVE10' },
          { type: 'URL', text: 'Shop', url: 'https://example.com/{{1}}', example: ['https://example.com/x'] },
        ],
      },
    ],
  },
  'a carousel of media': {
    name: 'cards',
    language: 'en_US',
    category: 'MARKETING',
    components: [
      { type: 'BODY', text: 'These are new for {{1}} this week.', example: { body_text: [['Ana']] } },
      { type: 'CAROUSEL', cards: [card('Card one'), card('Card two')] },
    ],
  },
  'a carousel of products': {
    name: 'product_cards',
    language: 'en_US',
    category: 'MARKETING',
    components: [
      { type: 'BODY', text: 'New arrivals' },
      { type: 'CAROUSEL', cards: [productCard, productCard] },
    ],
  },
  'a catalog': {
    name: 'catalog',
    language: 'en_US',
    category: 'MARKETING',
    components: [
      { type: 'BODY', text: 'Now shop for your favourites here.' },
      { type: 'FOOTER', text: 'Best deals on WhatsApp!' },
      { type: 'BUTTONS', buttons: [{ type: 'CATALOG', text: 'View catalog' }] },
    ],
  },
  'named parameters': {
    name: 'order_update',
    language: 'en_US',
    category: 'UTILITY',
    parameter_format: 'named',
    components: [
      {
        type: 'HEADER',
        format: 'TEXT',
        text: 'Order {{order}}',
        example: { header_text_named_params: [{ param_name: 'order', example: 'A-17' }] },
      },
      {
        type: 'BODY',
        text: 'Hi {{name}}, your order comes on {{day}} in the morning.',
        example: {
          body_text_named_params: [
            { param_name: 'name', example: 'Ana' },
            { param_name: 'day', example: 'Monday' },
          ],
        },
      },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'VOICE_CALL', text: 'Call us' },
          { type: 'URL', text: 'See', url: 'https://a.b' },
        ],
      },
    ],
  },
  'a request to call': {
    name: 'call_me',
    language: 'en',
    category: 'UTILITY',
    components: [
      { type: 'BODY', text: 'May we call you about your order?' },
      { type: 'CALL_PERMISSION_REQUEST' },
    ],
  },
  'a request for contact information': {
    name: 'contact',
    language: 'en',
    category: 'UTILITY',
    components: [
      { type: 'BODY', text: 'How can we reach you?' },
      { type: 'BUTTONS', buttons: [{ type: 'REQUEST_CONTACT_INFO', text: 'Share Contact Info' }] },
    ],
  },
  'an order to pay': {
    name: 'pay',
    language: 'en',
    category: 'MARKETING',
    display_format: 'ORDER_DETAILS',
    components: [
      { type: 'BODY', text: 'Your order is ready.' },
      { type: 'BUTTONS', buttons: [{ type: 'ORDER_DETAILS', text: 'Review and Pay' }] },
    ],
  },
  'the state of an order': {
    name: 'order_state',
    language: 'en',
    category: 'UTILITY',
    sub_category: 'ORDER_STATUS',
    components: [{ type: 'BODY', text: 'Your order has news.' }],
  },
};

export const META_TEMPLATES = Object.entries(templates) as [string, TemplateCreation][];
