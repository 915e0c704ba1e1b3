import type { MessagesService } from '../../../lib/messages/messages.service';

type Method = {
  [Name in keyof MessagesService]: MessagesService[Name] extends (input: never, ...rest: never[]) => unknown
    ? Name
    : never;
}[keyof MessagesService];

/** A payload that Meta publishes and the call that makes it. */
export interface MetaExample {
  readonly name: string;
  readonly method: Method;
  readonly input: object;
  readonly payload: Readonly<Record<string, unknown>>;
}

const to = '+16505551234';
const quoted = 'wamid.gBGGSFcCNEOPAgkO_KJ55r4w_ww';
const context = { message_id: quoted };
const person = { messaging_product: 'whatsapp', recipient_type: 'individual', to };
const group = {
  messaging_product: 'whatsapp',
  recipient_type: 'group',
  to: 'Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD',
};
const interactive = (content: object): Record<string, unknown> => ({
  ...person,
  type: 'interactive',
  interactive: content,
});

const contact = {
  input: {
    addresses: [
      {
        street: '1 Hacker Way',
        city: 'Menlo Park',
        state: 'CA',
        zip: '94025',
        country: 'United States',
        countryCode: 'us',
        type: 'HOME',
      },
      {
        street: '200 Jefferson Dr',
        city: 'Menlo Park',
        state: 'CA',
        zip: '94025',
        country: 'United States',
        countryCode: 'us',
        type: 'WORK',
      },
    ],
    birthday: '2012-08-18',
    emails: [
      { email: 'test@fb.com', type: 'WORK' },
      { email: 'test@whatsapp.com', type: 'HOME' },
    ],
    name: {
      firstName: 'John',
      formattedName: 'John Smith',
      lastName: 'Smith',
      middleName: 'D.',
      prefix: 'Dr',
      suffix: 'Jr',
    },
    org: { company: 'WhatsApp', department: 'Design', title: 'Manager' },
    phones: [
      { phone: '+1 (940) 555-1234', type: 'HOME' },
      { phone: '+1 (650) 555-1234', type: 'WORK', waId: '16505551234' },
    ],
    urls: [
      { url: 'https://www.facebook.com', type: 'WORK' },
      { url: 'https://www.whatsapp.com', type: 'HOME' },
    ],
  },
  payload: {
    addresses: [
      {
        city: 'Menlo Park',
        country: 'United States',
        country_code: 'us',
        state: 'CA',
        street: '1 Hacker Way',
        type: 'HOME',
        zip: '94025',
      },
      {
        city: 'Menlo Park',
        country: 'United States',
        country_code: 'us',
        state: 'CA',
        street: '200 Jefferson Dr',
        type: 'WORK',
        zip: '94025',
      },
    ],
    birthday: '2012-08-18',
    emails: [
      { email: 'test@fb.com', type: 'WORK' },
      { email: 'test@whatsapp.com', type: 'HOME' },
    ],
    name: {
      first_name: 'John',
      formatted_name: 'John Smith',
      last_name: 'Smith',
      middle_name: 'D.',
      prefix: 'Dr',
      suffix: 'Jr',
    },
    org: { company: 'WhatsApp', department: 'Design', title: 'Manager' },
    phones: [
      { phone: '+1 (940) 555-1234', type: 'HOME' },
      { phone: '+1 (650) 555-1234', type: 'WORK', wa_id: '16505551234' },
    ],
    urls: [
      { type: 'WORK', url: 'https://www.facebook.com' },
      { type: 'HOME', url: 'https://www.whatsapp.com' },
    ],
  },
};

const order = {
  reference_id: 'unique-reference-id',
  type: 'digital-goods',
  payment_type: 'upi',
  payment_configuration: 'my-payment-config-name',
  currency: 'INR',
  total_amount: { offset: 100, value: 1100 },
  order: {
    status: 'pending',
    items: [
      {
        amount: { offset: 100, value: 1500 },
        name: 'bread',
        quantity: 1,
        retailer_id: '1234567',
        sale_amount: { offset: 100, value: 1000 },
      },
    ],
    subtotal: { offset: 100, value: 1000 },
    tax: { description: 'optional_text', offset: 100, value: 100 },
    shipping: { description: 'optional_text', offset: 100, value: 100 },
    discount: {
      description: 'optional_text',
      discount_program_name: 'optional_text',
      offset: 100,
      value: 100,
    },
  },
};

const templateComponents = [
  { type: 'header', parameters: [{ type: 'image', image: { link: 'https://example.com/the-image-url' } }] },
  {
    type: 'body',
    parameters: [
      { type: 'text', text: 'text-string' },
      { type: 'currency', currency: { amount_1000: 100990, code: 'USD', fallback_value: '$100.99' } },
      {
        type: 'date_time',
        date_time: {
          calendar: 'GREGORIAN',
          day_of_month: 25,
          day_of_week: 5,
          fallback_value: 'February 25, 1977',
          hour: 15,
          minute: 33,
          month: 2,
          year: 1977,
        },
      },
    ],
  },
  {
    type: 'button',
    sub_type: 'quick_reply',
    index: '0',
    parameters: [{ type: 'payload', payload: 'aGlzIHRoaXMgaXMgY29v' }],
  },
  {
    type: 'button',
    sub_type: 'quick_reply',
    index: '1',
    parameters: [{ type: 'payload', payload: '9rwnB8RbYmPF5t2Mn09x4h' }],
  },
];

/** Placeholders of the published payloads are filled in where they would not be valid. */
export const META_EXAMPLES: readonly MetaExample[] = [
  {
    name: 'text',
    method: 'sendText',
    input: { to, body: 'text-message-content', previewUrl: false },
    payload: { ...person, type: 'text', text: { body: 'text-message-content', preview_url: false } },
  },
  {
    name: 'text with link preview',
    method: 'sendText',
    input: { to, body: 'Please visit https://youtu.be/hpltvTEiRrY.', previewUrl: true },
    payload: {
      ...person,
      type: 'text',
      text: { body: 'Please visit https://youtu.be/hpltvTEiRrY.', preview_url: true },
    },
  },
  {
    name: 'reply to a text',
    method: 'sendText',
    input: { to, body: '<TEXT_MSG_CONTENT>', previewUrl: false, replyTo: quoted },
    payload: { ...person, context, type: 'text', text: { body: '<TEXT_MSG_CONTENT>', preview_url: false } },
  },
  {
    name: 'image by id',
    method: 'sendImage',
    input: { to, id: '<IMAGE_OBJECT_ID>' },
    payload: { ...person, type: 'image', image: { id: '<IMAGE_OBJECT_ID>' } },
  },
  {
    name: 'image by URL, as a reply',
    method: 'sendImage',
    input: { to, link: 'https://image-url', replyTo: quoted },
    payload: { ...person, context, type: 'image', image: { link: 'https://image-url' } },
  },
  {
    name: 'video by id',
    method: 'sendVideo',
    input: { to, id: '<VIDEO_OBJECT_ID>', caption: '<VIDEO_CAPTION_TEXT>' },
    payload: {
      ...person,
      type: 'video',
      video: { caption: '<VIDEO_CAPTION_TEXT>', id: '<VIDEO_OBJECT_ID>' },
    },
  },
  {
    name: 'audio by id',
    method: 'sendAudio',
    input: { to, id: '<AUDIO_OBJECT_ID>' },
    payload: { ...person, type: 'audio', audio: { id: '<AUDIO_OBJECT_ID>' } },
  },
  {
    name: 'voice note',
    method: 'sendAudio',
    input: { to, id: '1013859600285441', voice: true },
    payload: { ...person, type: 'audio', audio: { id: '1013859600285441', voice: true } },
  },
  {
    name: 'voice note by its own method',
    method: 'sendVoice',
    input: { to, id: '1013859600285441' },
    payload: { ...person, type: 'audio', audio: { id: '1013859600285441', voice: true } },
  },
  {
    name: 'document by id',
    method: 'sendDocument',
    input: {
      to,
      id: '<DOCUMENT_OBJECT_ID>',
      caption: '<DOCUMENT_CAPTION_TO_SEND>',
      filename: '<DOCUMENT_FILENAME>',
    },
    payload: {
      ...person,
      type: 'document',
      document: {
        caption: '<DOCUMENT_CAPTION_TO_SEND>',
        filename: '<DOCUMENT_FILENAME>',
        id: '<DOCUMENT_OBJECT_ID>',
      },
    },
  },
  {
    name: 'sticker by URL',
    method: 'sendSticker',
    input: { to, link: 'https://sticker-url' },
    payload: { ...person, type: 'sticker', sticker: { link: 'https://sticker-url' } },
  },
  {
    name: 'location',
    method: 'sendLocation',
    input: {
      to,
      latitude: 37.758056,
      longitude: -122.425332,
      name: 'META HQ',
      address: '1 Hacker Way, Menlo Park, CA 94025',
    },
    payload: {
      ...person,
      type: 'location',
      location: {
        address: '1 Hacker Way, Menlo Park, CA 94025',
        latitude: 37.758056,
        longitude: -122.425332,
        name: 'META HQ',
      },
    },
  },
  {
    name: 'contacts',
    method: 'sendContacts',
    input: { to, contacts: [contact.input] },
    payload: { ...person, type: 'contacts', contacts: [contact.payload] },
  },
  {
    name: 'reaction',
    method: 'react',
    input: { to, messageId: 'wamid.HBgLM...', emoji: '😀' },
    payload: { ...person, type: 'reaction', reaction: { message_id: 'wamid.HBgLM...', emoji: '😀' } },
  },
  {
    name: 'reaction taken back',
    method: 'unreact',
    input: { to, messageId: 'wamid.HBgLM...' },
    payload: { ...person, type: 'reaction', reaction: { message_id: 'wamid.HBgLM...', emoji: '' } },
  },
  {
    name: 'reply buttons',
    method: 'sendButtons',
    input: {
      to,
      body: '<BUTTON_TEXT>',
      buttons: [
        { id: '<UNIQUE_BUTTON_ID_1>', title: '<BUTTON_TITLE_1>' },
        { id: '<UNIQUE_BUTTON_ID_2>', title: '<BUTTON_TITLE_2>' },
      ],
    },
    payload: interactive({
      type: 'button',
      body: { text: '<BUTTON_TEXT>' },
      action: {
        buttons: [
          { type: 'reply', reply: { id: '<UNIQUE_BUTTON_ID_1>', title: '<BUTTON_TITLE_1>' } },
          { type: 'reply', reply: { id: '<UNIQUE_BUTTON_ID_2>', title: '<BUTTON_TITLE_2>' } },
        ],
      },
    }),
  },
  {
    name: 'list',
    method: 'sendList',
    input: {
      to,
      header: '<HEADER_TEXT>',
      body: '<BODY_TEXT>',
      footer: '<FOOTER_TEXT>',
      button: '<BUTTON_TEXT>',
      sections: [
        {
          title: '<LIST_1_TITLE>',
          rows: [{ id: '<ROW_1_ID>', title: '<ROW_1_TITLE>', description: '<ROW_1_DESC>' }],
        },
        {
          title: '<LIST_2_TITLE>',
          rows: [{ id: '<ROW_2_ID>', title: '<ROW_2_TITLE>', description: '<ROW_2_DESC>' }],
        },
      ],
    },
    payload: interactive({
      type: 'list',
      header: { type: 'text', text: '<HEADER_TEXT>' },
      body: { text: '<BODY_TEXT>' },
      footer: { text: '<FOOTER_TEXT>' },
      action: {
        button: '<BUTTON_TEXT>',
        sections: [
          {
            title: '<LIST_1_TITLE>',
            rows: [{ id: '<ROW_1_ID>', title: '<ROW_1_TITLE>', description: '<ROW_1_DESC>' }],
          },
          {
            title: '<LIST_2_TITLE>',
            rows: [{ id: '<ROW_2_ID>', title: '<ROW_2_TITLE>', description: '<ROW_2_DESC>' }],
          },
        ],
      },
    }),
  },
  {
    name: 'URL button',
    method: 'sendCtaUrl',
    input: {
      to,
      header: { image: { link: 'https://www.luckyshrubeggs.com/assets/lucky-shrub-banner-logo-v1.png' } },
      body: 'Tap the button below to see available dates.',
      displayText: 'See Dates',
      url: 'https://www.luckyshrub.com?clickID=kqDGWd24Q5TRwoEQTICY7W1JKoXvaZOXWAS7h1P76s0R7Paec4',
      footer: 'Dates subject to change.',
    },
    payload: interactive({
      type: 'cta_url',
      header: {
        type: 'image',
        image: { link: 'https://www.luckyshrubeggs.com/assets/lucky-shrub-banner-logo-v1.png' },
      },
      body: { text: 'Tap the button below to see available dates.' },
      action: {
        name: 'cta_url',
        parameters: {
          display_text: 'See Dates',
          url: 'https://www.luckyshrub.com?clickID=kqDGWd24Q5TRwoEQTICY7W1JKoXvaZOXWAS7h1P76s0R7Paec4',
        },
      },
      footer: { text: 'Dates subject to change.' },
    }),
  },
  {
    name: 'URL button under a document',
    method: 'sendCtaUrl',
    input: {
      to,
      header: { document: { id: '1', filename: 'invoice.pdf' } },
      body: 'Your invoice',
      displayText: 'Pay',
      url: 'https://www.luckyshrub.com/pay',
      paymentLinkPreview: true,
    },
    payload: interactive({
      type: 'cta_url',
      header: { type: 'document', document: { id: '1', filename: 'invoice.pdf' } },
      body: { text: 'Your invoice' },
      action: {
        name: 'cta_url',
        parameters: {
          display_text: 'Pay',
          url: 'https://www.luckyshrub.com/pay',
          payment_link_preview: true,
        },
      },
    }),
  },
  {
    name: 'reply buttons under a video',
    method: 'sendButtons',
    input: {
      to,
      header: { video: { link: 'https://www.luckyshrub.com/a.mp4' } },
      body: 'Seen it?',
      buttons: [{ id: 'y', title: 'Yes' }],
    },
    payload: interactive({
      type: 'button',
      header: { type: 'video', video: { link: 'https://www.luckyshrub.com/a.mp4' } },
      body: { text: 'Seen it?' },
      action: { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }] },
    }),
  },
  {
    name: 'flow by id',
    method: 'sendFlow',
    input: {
      to,
      header: { text: '<HEADER_TEXT>' },
      body: '<BODY_TEXT>',
      footer: '<FOOTER_TEXT>',
      flowId: '{{Flow-ID}}',
      cta: 'Open Flow!',
      token: '<FLOW_TOKEN>',
      action: 'navigate',
      screen: '<SCREEN_ID>',
      data: { '<CUSTOM_KEY>': '<CUSTOM_VALUE>' },
    },
    payload: interactive({
      type: 'flow',
      header: { type: 'text', text: '<HEADER_TEXT>' },
      body: { text: '<BODY_TEXT>' },
      footer: { text: '<FOOTER_TEXT>' },
      action: {
        name: 'flow',
        parameters: {
          flow_message_version: '3',
          flow_id: '{{Flow-ID}}',
          flow_cta: 'Open Flow!',
          flow_token: '<FLOW_TOKEN>',
          flow_action: 'navigate',
          flow_action_payload: { screen: '<SCREEN_ID>', data: { '<CUSTOM_KEY>': '<CUSTOM_VALUE>' } },
        },
      },
    }),
  },
  {
    name: 'draft flow by name',
    method: 'sendFlow',
    input: {
      to,
      body: 'Not shown in draft mode',
      flowName: '{{Flow-Name}}',
      cta: 'Not shown in draft mode',
      token: '<FLOW_TOKEN>',
      mode: 'draft',
    },
    payload: interactive({
      type: 'flow',
      body: { text: 'Not shown in draft mode' },
      action: {
        name: 'flow',
        parameters: {
          flow_message_version: '3',
          flow_name: '{{Flow-Name}}',
          flow_cta: 'Not shown in draft mode',
          flow_token: '<FLOW_TOKEN>',
          mode: 'draft',
        },
      },
    }),
  },
  {
    name: 'single product',
    method: 'sendProduct',
    input: {
      to,
      catalogId: '367025965434465',
      productRetailerId: '<ID_TEST_ITEM_1>',
      body: '<OPTIONAL_BODY_TEXT>',
      footer: '<OPTIONAL_FOOTER_TEXT>',
    },
    payload: interactive({
      type: 'product',
      body: { text: '<OPTIONAL_BODY_TEXT>' },
      footer: { text: '<OPTIONAL_FOOTER_TEXT>' },
      action: { catalog_id: '367025965434465', product_retailer_id: '<ID_TEST_ITEM_1>' },
    }),
  },
  {
    name: 'product list',
    method: 'sendProductList',
    input: {
      to,
      header: '<YOUR_TEXT_HEADER_CONTENT>',
      body: '<YOUR_TEXT_BODY_CONTENT>',
      footer: '<YOUR_TEXT_FOOTER_CONTENT>',
      catalogId: '146265584024623',
      sections: [
        {
          title: '<SECTION1_TITLE>',
          productRetailerIds: ['<YOUR_PRODUCT1_SKU>', '<YOUR_SECOND_PRODUCT1_SKU>'],
        },
        { title: '<SECTION2_TITLE>', productRetailerIds: ['<YOUR_PRODUCT2_SKU>'] },
      ],
    },
    payload: interactive({
      type: 'product_list',
      header: { type: 'text', text: '<YOUR_TEXT_HEADER_CONTENT>' },
      body: { text: '<YOUR_TEXT_BODY_CONTENT>' },
      footer: { text: '<YOUR_TEXT_FOOTER_CONTENT>' },
      action: {
        catalog_id: '146265584024623',
        sections: [
          {
            title: '<SECTION1_TITLE>',
            product_items: [
              { product_retailer_id: '<YOUR_PRODUCT1_SKU>' },
              { product_retailer_id: '<YOUR_SECOND_PRODUCT1_SKU>' },
            ],
          },
          { title: '<SECTION2_TITLE>', product_items: [{ product_retailer_id: '<YOUR_PRODUCT2_SKU>' }] },
        ],
      },
    }),
  },
  {
    name: 'catalog',
    method: 'sendCatalog',
    input: {
      to,
      body: 'Hello! Thanks for your interest. Ordering is easy. Just visit our catalog and add items to purchase.',
      footer: 'Best grocery deals on WhatsApp!',
      thumbnailProductRetailerId: '2lc20305pt',
    },
    payload: interactive({
      type: 'catalog_message',
      body: {
        text: 'Hello! Thanks for your interest. Ordering is easy. Just visit our catalog and add items to purchase.',
      },
      footer: { text: 'Best grocery deals on WhatsApp!' },
      action: { name: 'catalog_message', parameters: { thumbnail_product_retailer_id: '2lc20305pt' } },
    }),
  },
  {
    name: 'location request',
    method: 'requestLocation',
    input: { to, body: "Let's start with your pickup." },
    payload: interactive({
      type: 'location_request_message',
      body: { text: "Let's start with your pickup." },
      action: { name: 'send_location' },
    }),
  },
  {
    name: 'address request with saved addresses and errors',
    method: 'requestAddress',
    input: {
      to,
      body: 'Thanks for your order! Tell us what address you would like this order delivered to.',
      values: { name: 'CUSTOMER_NAME', phoneNumber: '+91xxxxxxxxxx', inPinCode: '400063', floorNumber: '8' },
      savedAddresses: [
        {
          id: 'address1',
          value: {
            name: 'CUSTOMER_NAME',
            houseNumber: '12',
            buildingName: 'Gokul',
            landmarkArea: 'Centre',
            city: 'Mumbai',
          },
        },
      ],
      validationErrors: { inPinCode: 'We could not locate this pin code.', towerNumber: 'Which tower?' },
    },
    payload: interactive({
      type: 'address_message',
      body: { text: 'Thanks for your order! Tell us what address you would like this order delivered to.' },
      action: {
        name: 'address_message',
        parameters: {
          country: 'IN',
          values: {
            name: 'CUSTOMER_NAME',
            phone_number: '+91xxxxxxxxxx',
            in_pin_code: '400063',
            floor_number: '8',
          },
          saved_addresses: [
            {
              id: 'address1',
              value: {
                name: 'CUSTOMER_NAME',
                house_number: '12',
                building_name: 'Gokul',
                landmark_area: 'Centre',
                city: 'Mumbai',
              },
            },
          ],
          validation_errors: {
            in_pin_code: 'We could not locate this pin code.',
            tower_number: 'Which tower?',
          },
        },
      },
    }),
  },
  {
    name: 'call permission request',
    method: 'requestCallPermission',
    input: { to, body: 'We would like to call you to help support your query on Order No: ON-12853.' },
    payload: interactive({
      type: 'call_permission_request',
      body: { text: 'We would like to call you to help support your query on Order No: ON-12853.' },
      action: { name: 'call_permission_request' },
    }),
  },
  {
    name: 'voice call button',
    method: 'sendVoiceCallButton',
    input: {
      to,
      body: 'You can call us on WhatsApp now for faster service!',
      displayText: 'Call on WhatsApp',
      ttlMinutes: 100,
      payload: 'payload data',
    },
    payload: interactive({
      type: 'voice_call',
      body: { text: 'You can call us on WhatsApp now for faster service!' },
      action: {
        name: 'voice_call',
        parameters: { display_text: 'Call on WhatsApp', ttl_minutes: 100, payload: 'payload data' },
      },
    }),
  },
  {
    name: 'voice call button with Meta’s defaults',
    method: 'sendVoiceCallButton',
    input: { to, body: 'Call us' },
    payload: interactive({ type: 'voice_call', body: { text: 'Call us' }, action: { name: 'voice_call' } }),
  },
  {
    name: 'contact info request',
    method: 'requestContactInfo',
    input: { to: 'US.13491208655302741918', body: 'Please share your number.' },
    payload: {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      recipient: 'US.13491208655302741918',
      type: 'interactive',
      interactive: {
        type: 'request_contact_info',
        body: { text: 'Please share your number.' },
        action: { name: 'request_contact_info' },
      },
    },
  },
  {
    name: 'media carousel with URL buttons',
    method: 'sendMediaCarousel',
    input: {
      to,
      body: 'Of course! Here are three of our latest arrivals, each under $25:',
      cards: [
        {
          image: { link: 'https://www.luckyshrub.com/assets/blue-echeveria.jpeg' },
          body: '*Blue Echeveria*\n\nA rosette-shaped succulent.',
          urlButton: { displayText: 'Buy now', url: 'https://shop.luckyshrub.com/latest/blue-echeveria' },
        },
        {
          video: { link: 'https://www.luckyshrub.com/assets/zebra.mp4' },
          urlButton: { displayText: 'Buy now', url: 'https://shop.luckyshrub.com/latest/zebra-haworthia' },
        },
      ],
    },
    payload: interactive({
      type: 'carousel',
      body: { text: 'Of course! Here are three of our latest arrivals, each under $25:' },
      action: {
        cards: [
          {
            card_index: 0,
            type: 'cta_url',
            header: {
              type: 'image',
              image: { link: 'https://www.luckyshrub.com/assets/blue-echeveria.jpeg' },
            },
            body: { text: '*Blue Echeveria*\n\nA rosette-shaped succulent.' },
            action: {
              name: 'cta_url',
              parameters: {
                display_text: 'Buy now',
                url: 'https://shop.luckyshrub.com/latest/blue-echeveria',
              },
            },
          },
          {
            card_index: 1,
            type: 'cta_url',
            header: { type: 'video', video: { link: 'https://www.luckyshrub.com/assets/zebra.mp4' } },
            action: {
              name: 'cta_url',
              parameters: {
                display_text: 'Buy now',
                url: 'https://shop.luckyshrub.com/latest/zebra-haworthia',
              },
            },
          },
        ],
      },
    }),
  },
  {
    name: 'media carousel with quick replies',
    method: 'sendMediaCarousel',
    input: {
      to,
      body: 'Latest arrivals',
      cards: [1, 2].map((n) => ({
        image: { link: `https://www.luckyshrub.com/assets/${n}.jpeg` },
        quickReplies: [
          { id: `learn-${n}`, title: 'Learn more' },
          { id: `favourite-${n}`, title: 'Add to favorites' },
        ],
      })),
    },
    payload: interactive({
      type: 'carousel',
      body: { text: 'Latest arrivals' },
      action: {
        cards: [1, 2].map((n) => ({
          card_index: n - 1,
          type: 'cta_url',
          header: { type: 'image', image: { link: `https://www.luckyshrub.com/assets/${n}.jpeg` } },
          action: {
            buttons: [
              { type: 'quick_reply', quick_reply: { id: `learn-${n}`, title: 'Learn more' } },
              { type: 'quick_reply', quick_reply: { id: `favourite-${n}`, title: 'Add to favorites' } },
            ],
          },
        })),
      },
    }),
  },
  {
    name: 'product carousel',
    method: 'sendProductCarousel',
    input: { to, body: 'Our picks', catalogId: '123', productRetailerIds: ['abc123', 'def456'] },
    payload: interactive({
      type: 'carousel',
      body: { text: 'Our picks' },
      action: {
        cards: [
          { card_index: 0, type: 'product', action: { product_retailer_id: 'abc123', catalog_id: '123' } },
          { card_index: 1, type: 'product', action: { product_retailer_id: 'def456', catalog_id: '123' } },
        ],
      },
    }),
  },
  {
    name: 'order details',
    method: 'sendOrderDetails',
    input: {
      to,
      header: { image: { link: 'https://upload.wikimedia.org/bread.jpg' } },
      body: 'your-text-body-content',
      footer: 'your-text-footer-content',
      order,
    },
    payload: interactive({
      type: 'order_details',
      header: { type: 'image', image: { link: 'https://upload.wikimedia.org/bread.jpg' } },
      body: { text: 'your-text-body-content' },
      footer: { text: 'your-text-footer-content' },
      action: { name: 'review_and_pay', parameters: order },
    }),
  },
  {
    name: 'order status',
    method: 'sendOrderStatus',
    input: {
      to,
      body: 'your-text-body-content',
      referenceId: 'unique-reference-id-from-order-details-msg',
      status: 'processing',
      description: 'optional-text',
    },
    payload: interactive({
      type: 'order_status',
      body: { text: 'your-text-body-content' },
      action: {
        name: 'review_order',
        parameters: {
          reference_id: 'unique-reference-id-from-order-details-msg',
          order: { status: 'processing', description: 'optional-text' },
        },
      },
    }),
  },
  {
    name: 'order status in the other spelling, with payment',
    method: 'sendOrderStatus',
    input: {
      to,
      body: 'On its way',
      referenceId: 'ord-1',
      status: 'partially-shipped',
      payment: { status: 'captured', timestamp: 1722445231 },
    },
    payload: interactive({
      type: 'order_status',
      body: { text: 'On its way' },
      action: {
        name: 'review_order',
        parameters: {
          reference_id: 'ord-1',
          order: { status: 'partially_shipped' },
          payment: { status: 'captured', timestamp: 1722445231 },
        },
      },
    }),
  },
  {
    name: 'template without variables',
    method: 'sendTemplate',
    input: { to, name: 'hello_world', language: 'en_US' },
    payload: { ...person, type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } },
  },
  {
    name: 'template with header, body and buttons',
    method: 'sendTemplate',
    input: { to, name: 'template_name', language: 'en_US', components: templateComponents },
    payload: {
      ...person,
      type: 'template',
      template: { name: 'template_name', language: { code: 'en_US' }, components: templateComponents },
    },
  },
  {
    name: 'marketing template with product policy',
    method: 'sendMarketingMessage',
    input: {
      to,
      name: 'welcome_offer',
      language: 'en_US',
      productPolicy: 'CLOUD_API_FALLBACK',
      messageActivitySharing: true,
    },
    payload: {
      ...person,
      type: 'template',
      template: { name: 'welcome_offer', language: { code: 'en_US' } },
      product_policy: 'CLOUD_API_FALLBACK',
      message_activity_sharing: true,
    },
  },
  {
    name: 'text to a group',
    method: 'sendText',
    input: { to: { group: group.to }, body: 'This is another destination option.', previewUrl: true },
    payload: {
      ...group,
      type: 'text',
      text: { body: 'This is another destination option.', preview_url: true },
    },
  },
  {
    name: 'pin',
    method: 'pin',
    input: { to: { group: group.to }, messageId: quoted, expirationDays: 7 },
    payload: { ...group, type: 'pin', pin: { type: 'pin', message_id: quoted, expiration_days: 7 } },
  },
  {
    name: 'unpin',
    method: 'unpin',
    input: { to: { group: group.to }, messageId: quoted },
    payload: { ...group, type: 'pin', pin: { type: 'unpin', message_id: quoted } },
  },
];
