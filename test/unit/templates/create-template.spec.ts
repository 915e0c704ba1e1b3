import { Logger } from '@nestjs/common';
import { PayloadValidator } from '../../../lib/validation/payload-validator.service';
import { CreateTemplateDto } from '../../../lib/templates/dto/create-template.dto';
import { ManualClock } from '../../support/manual-clock';
import { META_TEMPLATES } from './meta-templates';

const warnings: string[] = [];
beforeAll(() => {
  jest.spyOn(Logger.prototype, 'warn').mockImplementation((line: string) => void warnings.push(line));
});
beforeEach(() => void (warnings.length = 0));
afterAll(() => {
  jest.restoreAllMocks();
});

const issues = (template: object): string[] =>
  new PayloadValidator({}, new ManualClock())
    .issues(CreateTemplateDto, template)
    .map(({ path, message }) => `${path}: ${message}`);

const BODY = { type: 'BODY', text: 'Your order is on its way to you.' };
const good = { name: 'n', language: 'en_US', category: 'UTILITY', components: [BODY] };
const of = (...components: object[]): object => ({ ...good, components });
const withBody = (text: string, example?: object): object =>
  of({ type: 'BODY', text, ...(example && { example }) });
const withButtons = (...buttons: object[]): object => of(BODY, { type: 'BUTTONS', buttons });
const marketing = (...components: object[]): object => ({ ...of(...components), category: 'MARKETING' });
const code = (button: object, ...more: object[]): object => ({
  ...of({ type: 'BODY' }, { type: 'BUTTONS', buttons: [{ type: 'OTP', ...button }] }, ...more),
  category: 'AUTHENTICATION',
});
const reply = { type: 'QUICK_REPLY', text: 'Yes' };
const url = (change: object = {}): object => ({ type: 'URL', text: 'Open', url: 'https://a.b', ...change });
const handle = { header_handle: ['4::x'] };
const image = { type: 'HEADER', format: 'IMAGE', example: handle };
const card = (change: object[] = []): object => ({
  components: [image, { type: 'BUTTONS', buttons: [reply] }, ...change],
});
const carousel = (...cards: object[]): object => marketing(BODY, { type: 'CAROUSEL', cards });
const app = { package_name: 'com.example.app', signature_hash: 'K8a/AINcGX7' };
const x = (length: number): string => 'x'.repeat(length);

describe('Meta’s published templates', () => {
  it.each(META_TEMPLATES)('%s', (_name, template) => {
    const before = structuredClone(template);
    expect(issues(template)).toEqual([]);
    expect(template).toEqual(before);
  });
});

const REFUSED: readonly (readonly [string, object, ...string[]])[] = [
  [
    'a name with capitals',
    { ...good, name: 'Order' },
    'name: must have lower-case letters, digits and _ only',
  ],
  ['a long name', { ...good, name: x(513) }, 'name: must have at most 512 characters, has 513'],
  ['no language', { ...good, language: 'english' }, 'language: must be a language code such as en or en_US'],
  [
    'a category of its own',
    { ...good, category: 'OTHER' },
    'category: must be one of AUTHENTICATION, MARKETING, UTILITY',
  ],
  [
    'a format of its own',
    { ...good, parameter_format: 'x' },
    'parameter_format: must be one of NAMED, POSITIONAL',
  ],
  ['no components', { ...good, components: undefined }, 'components: must be an array'],
  ['no body', of({ type: 'FOOTER', text: 'x' }), 'components: must have a component of type BODY'],
  ['two bodies', of(BODY, BODY), 'components[1]: must be the only component of type BODY'],
  ['a component without a type', of(BODY, {}), 'components[1].type: is missing'],
  [
    'a TTL that is too short',
    { ...good, message_send_ttl_seconds: 29 },
    'message_send_ttl_seconds: must be from 30 to 43200 seconds for this category, or -1 for 30 days',
  ],
  [
    'an unlimited marketing TTL',
    { ...good, category: 'MARKETING', message_send_ttl_seconds: -1 },
    'message_send_ttl_seconds: must be from 43200 to 2592000 seconds for this category',
  ],
  [
    'a creative feature',
    {
      ...good,
      degrees_of_freedom_spec: { creative_features_spec: { image_touchups: { enroll_status: 'YES' } } },
    },
    'degrees_of_freedom_spec.creative_features_spec.image_touchups.enroll_status: must be one of OPT_IN, OPT_OUT',
  ],

  ['an empty body', withBody(''), 'components[0].text: must not be empty'],
  ['a long body', withBody(x(1025)), 'components[0].text: must have at most 1024 characters, has 1025'],
  [
    'a body without samples',
    withBody('Hi {{1}} there, how are you?'),
    'components[0].example.body_text: must have 1 sample, for its variable',
  ],
  [
    'too many samples',
    withBody('Hi {{1}} there, how are you?', { body_text: [['a', 'b']] }),
    'components[0].example.body_text: must have 1 sample, for its variable, has 2',
  ],
  [
    'an empty sample',
    withBody('Hi {{1}} there, how are you?', { body_text: [['']] }),
    'components[0].example.body_text[0][0]: must not be empty',
  ],
  [
    'samples in two rows',
    withBody('Hi {{1}} and {{2}}, how are you all?', { body_text: [['a'], ['b']] }),
    'components[0].example.body_text: must have 2 samples, one for each variable',
  ],
  [
    'samples for nothing',
    withBody('Hi there', { body_text: [['a']] }),
    'components[0].example: must be left out: the text has no variables',
  ],
  [
    'a missing named sample',
    withBody('Hi {{first}} and {{second}}, how are you all?', {
      body_text_named_params: [{ param_name: 'first', example: 'a' }],
    }),
    'components[0].example.body_text_named_params: needs a sample for second',
  ],
  [
    'a sample of another name',
    withBody('Hi {{first}} there, how are you?', {
      body_text_named_params: [
        { param_name: 'first', example: 'a' },
        { param_name: 'other', example: 'b' },
      ],
    }),
    'components[0].example.body_text_named_params[1].param_name: must name a variable of the text, each once',
  ],
  [
    'a body that begins with a variable',
    withBody('{{1}} is here for you today', { body_text: [['a']] }),
    'components[0].text: must neither begin nor end with a variable: add some text',
  ],
  [
    'a body that ends with a variable',
    withBody('Here for you today is {{1}} ', { body_text: [['a']] }),
    'components[0].text: must neither begin nor end with a variable: add some text',
  ],
  [
    'variables side by side',
    withBody('Here are {{1}}{{2}} for you to see', { body_text: [['a', 'b']] }),
    'components[0].text: must have text between two variables',
  ],
  [
    'a gap in the numbers',
    withBody('Here are {{1}} and {{3}} for you', { body_text: [['a', 'b']] }),
    'components[0].text: must number its variables from {{1}} without gaps',
  ],
  [
    'numbers from 0',
    withBody('Here is {{0}} for you all', { body_text: [['a']] }),
    'components[0].text: must number its variables from {{1}} without gaps',
  ],
  [
    'both kinds of variables',
    withBody('Here are {{1}} and {{name}} for you', {}),
    'components[0].text: must have either {{1}} or {{name}} variables, not both',
  ],
  [
    'a name twice',
    withBody('Here are {{name}} and {{name}} for you', {}),
    'components[0].text: must have each named variable once',
  ],
  [
    'other characters in a name',
    withBody('Here is {{Name}} for you all', {}),
    'components[0].text: has a variable with other characters in its name than a-z, 0-9 and _',
  ],
  [
    'a sign in a name',
    withBody('Here is {{#1}} for you all', {}),
    'components[0].text: has a variable with other characters in its name than a-z, 0-9 and _',
  ],
  [
    'open braces',
    withBody('Here is {{1} for you'),
    'components[0].text: has braces that do not close: write variables as {{1}} or {{name}}',
  ],
  [
    'positions in a named template',
    { ...withBody('Here is {{1}} for you all', { body_text: [['a']] }), parameter_format: 'NAMED' },
    'components[0].text: has {{1}} variables in a template with named parameters',
  ],
  [
    'names in a positional template',
    {
      ...withBody('Here is {{name}} for you all', {
        body_text_named_params: [{ param_name: 'name', example: 'a' }],
      }),
      parameter_format: 'positional',
    },
    'components[0].text: has {{name}} variables in a template with positional parameters',
  ],
  [
    'a header of the other form',
    of(
      { type: 'HEADER', format: 'TEXT', text: 'Hi {{1}}', example: { header_text: ['a'] } },
      {
        type: 'BODY',
        text: 'Here is {{name}} for you all',
        example: { body_text_named_params: [{ param_name: 'name', example: 'a' }] },
      },
    ),
    'components[1].text: has {{name}} variables in a template with positional parameters',
  ],

  [
    'a header without format',
    of({ type: 'HEADER', text: 'x' }, BODY),
    'components[0].format: must be one of TEXT, IMAGE, VIDEO, GIF, DOCUMENT, LOCATION, PRODUCT',
  ],
  [
    'a long header',
    of({ type: 'HEADER', format: 'TEXT', text: x(61) }, BODY),
    'components[0].text: must have at most 60 characters, has 61',
  ],
  [
    'two variables in a header',
    of({ type: 'HEADER', format: 'TEXT', text: '{{1}} and {{2}}' }, BODY),
    'components[0].text: must have at most one variable, has 2',
  ],
  [
    'a header variable without a sample',
    of({ type: 'HEADER', format: 'TEXT', text: 'Hi {{1}}' }, BODY),
    'components[0].example.header_text: must have 1 sample, for its variable',
  ],
  [
    'an image header without a sample',
    of({ type: 'HEADER', format: 'IMAGE' }, BODY),
    'components[0].example.header_handle: must have exactly one handle of a resumable upload',
  ],
  [
    'two handles',
    of({ ...image, example: { header_handle: ['a', 'b'] } }, BODY),
    'components[0].example.header_handle: must have exactly one handle of a resumable upload',
  ],

  [
    'a long footer',
    of(BODY, { type: 'FOOTER', text: x(61) }),
    'components[1].text: must have at most 60 characters, has 61',
  ],
  [
    'a variable in the footer',
    of(BODY, { type: 'FOOTER', text: 'Hi {{1}}' }),
    'components[1].text: must have no variables',
  ],
  [
    'the lifetime of a code elsewhere',
    of(BODY, { type: 'FOOTER', code_expiration_minutes: 5 }),
    'components[1].code_expiration_minutes: must be left out: it is for authentication templates',
  ],

  ['no buttons', withButtons(), 'components[1].buttons: must have at least 1 item, has 0'],
  [
    'eleven buttons',
    withButtons(...Array.from({ length: 11 }, () => reply)),
    'components[1].buttons: must have at most 10 items, has 11',
  ],
  [
    'three URLs',
    withButtons(url(), url(), url()),
    'components[1].buttons[2]: must not be there: a template has at most 2 URL buttons',
  ],
  [
    'two phone numbers',
    withButtons(
      { type: 'PHONE_NUMBER', text: 'a', phone_number: '1' },
      { type: 'PHONE_NUMBER', text: 'b', phone_number: '2' },
    ),
    'components[1].buttons[1]: must not be there: a template has at most 1 PHONE_NUMBER button',
  ],
  [
    'scattered quick replies',
    withButtons(reply, url(), reply),
    'components[1].buttons: must have its quick replies together, without other buttons between them',
  ],
  ['a button without a type', withButtons({ text: 'x' }), 'components[1].buttons[0].type: is missing'],
  [
    'a long label',
    withButtons({ ...reply, text: x(26) }),
    'components[1].buttons[0].text: must have at most 25 characters, has 26',
  ],
  [
    'a variable in a label',
    withButtons({ ...reply, text: 'Hi {{1}}' }),
    'components[1].buttons[0].text: must have no variables',
  ],
  [
    'a long URL',
    withButtons(url({ url: x(2001) })),
    'components[1].buttons[0].url: must have at most 2000 characters, has 2001',
  ],
  [
    'a variable within a URL',
    withButtons(url({ url: 'https://a.b/{{1}}/c', example: ['x'] })),
    'components[1].buttons[0].url: must have at most one variable, at its very end',
  ],
  [
    'a URL without a sample',
    withButtons(url({ url: 'https://a.b/{{1}}' })),
    'components[1].buttons[0].example: must be an array',
  ],
  [
    'a URL with a sample for nothing',
    withButtons(url({ example: ['https://a.b'] })),
    'components[1].buttons[0].example: must be left out: the URL has no variable',
  ],
  [
    'a long phone number',
    withButtons({ type: 'PHONE_NUMBER', text: 'a', phone_number: '1'.repeat(21) }),
    'components[1].buttons[0].phone_number: must have at most 20 characters, has 21',
  ],
  [
    'a long coupon',
    withButtons({ type: 'COPY_CODE', example: x(21) }),
    'components[1].buttons[0].example: must have at most 20 characters, has 21',
  ],
  [
    'a flow by nothing',
    withButtons({ type: 'FLOW', text: 'a' }),
    'components[1].buttons[0]: must have exactly one of flow_id, flow_name and flow_json',
  ],
  [
    'a flow by two',
    withButtons({ type: 'FLOW', text: 'a', flow_id: '1', flow_name: 'n' }),
    'components[1].buttons[0]: must have exactly one of flow_id, flow_name and flow_json',
  ],
  [
    'an icon of its own',
    withButtons({ type: 'FLOW', text: 'a', flow_id: '1', icon: 'STAR' }),
    'components[1].buttons[0].icon: must be one of DOCUMENT, PROMOTION, REVIEW',
  ],
  [
    'another label for contact information',
    withButtons({ type: 'REQUEST_CONTACT_INFO', text: 'Share' }),
    'components[1].buttons[0].text: must be left out, or be Share Contact Info',
  ],
  [
    'a code button elsewhere',
    withButtons({ type: 'OTP', otp_type: 'COPY_CODE' }),
    'components[1].buttons[0]: must be in an authentication template',
  ],
  [
    'products without a text header',
    withButtons({ type: 'MPM', text: 'View items' }),
    'components: must have a text header beside an MPM button',
  ],
  [
    'a product without its header',
    withButtons({ type: 'SPM', text: 'View' }),
    'components: must have a product header beside an SPM button',
  ],
  [
    'a catalog with a header',
    of(image, BODY, { type: 'BUTTONS', buttons: [{ type: 'CATALOG', text: 'View catalog' }] }),
    'components: must have no header beside a CATALOG button',
  ],

  [
    'text in an authentication template',
    {
      ...of(
        { type: 'BODY', text: 'x' },
        { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
      ),
      category: 'AUTHENTICATION',
    },
    'components[0].text: must be left out: Meta writes the text of authentication templates',
  ],
  [
    'an authentication template without its button',
    { ...of({ type: 'BODY' }), category: 'AUTHENTICATION' },
    'components: must have one OTP button and no other: this is an authentication template',
  ],
  [
    'an authentication template with a header',
    code({ otp_type: 'COPY_CODE' }, image),
    'components[2]: must be left out: authentication templates have none',
  ],
  [
    'a footer text beside a code',
    code({ otp_type: 'COPY_CODE' }, { type: 'FOOTER', text: 'x' }),
    'components[2].text: must be left out: authentication templates have code_expiration_minutes',
    'components[2].code_expiration_minutes: must be a whole number from 1 to 90',
  ],
  [
    'a code of no kind',
    code({}),
    'components[1].buttons[0].otp_type: must be one of COPY_CODE, ONE_TAP, ZERO_TAP',
  ],
  [
    'apps for a code to copy',
    code({ otp_type: 'COPY_CODE', supported_apps: [app] }),
    'components[1].buttons[0].supported_apps: must be left out for COPY_CODE',
  ],
  [
    'no apps for one tap',
    code({ otp_type: 'ONE_TAP' }),
    'components[1].buttons[0].supported_apps: must be an array',
  ],
  [
    'six apps',
    code({ otp_type: 'ONE_TAP', supported_apps: [app, app, app, app, app, app] }),
    'components[1].buttons[0].supported_apps: must have at most 5 items, has 6',
  ],
  [
    'a package without a dot',
    code({ otp_type: 'ONE_TAP', supported_apps: [{ ...app, package_name: 'app' }] }),
    'components[1].buttons[0].supported_apps[0].package_name: must be a package name such as com.example.app',
  ],
  [
    'a short hash',
    code({ otp_type: 'ONE_TAP', supported_apps: [{ ...app, signature_hash: 'short' }] }),
    'components[1].buttons[0].supported_apps[0].signature_hash: must be the 11 characters of the app signing key hash',
  ],
  [
    'terms not accepted',
    code({ otp_type: 'ZERO_TAP', supported_apps: [app] }),
    'components[1].buttons[0].zero_tap_terms_accepted: must be true: zero-tap needs the acceptance of its terms',
  ],
  [
    'a request to call beside a code',
    code({ otp_type: 'COPY_CODE' }, { type: 'CALL_PERMISSION_REQUEST' }),
    'components[2]: must be in a utility or marketing template',
  ],

  [
    'an offer in a utility template',
    of(BODY, { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'x' } }),
    'components[1]: must be in a marketing template',
  ],
  [
    'a long offer',
    marketing(BODY, { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: x(17) } }),
    'components[1].limited_time_offer.text: must have at most 16 characters, has 17',
  ],
  [
    'an offer with a footer',
    marketing(
      BODY,
      { type: 'FOOTER', text: 'x' },
      { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'x' } },
    ),
    'components[1]: must be left out: templates with a limited-time offer have no footer',
  ],
  [
    'an offer with a text header',
    marketing({ type: 'HEADER', format: 'TEXT', text: 'x' }, BODY, {
      type: 'LIMITED_TIME_OFFER',
      limited_time_offer: { text: 'x' },
    }),
    'components[2]: must have an image or video header beside it, or none',
  ],
  [
    'an offer with a long body',
    marketing(
      { type: 'BODY', text: x(601) },
      { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'x' } },
    ),
    'components[0].text: must have at most 600 characters, has 601',
  ],

  ['one card', carousel(card()), 'components[1].cards: must have at least 2 items, has 1'],
  [
    'cards in a utility template',
    { ...carousel(card(), card()), category: 'UTILITY' },
    'components[1]: must be in a marketing template',
  ],
  [
    'a body on one card',
    carousel(card(), card([{ type: 'BODY', text: 'x' }])),
    'components[1].cards[1]: must have the structure of the first card: the same header format, body or none, the same buttons in the same order',
  ],
  [
    'a long card body',
    carousel(card([{ type: 'BODY', text: x(161) }]), card([{ type: 'BODY', text: 'x' }])),
    'components[1].cards[0].components[2].text: must have at most 160 characters, has 161',
  ],
  [
    'a footer on a card',
    carousel(card([{ type: 'FOOTER', text: 'x' }]), card()),
    'components[1].cards[0].components[2]: must be one of HEADER, BODY, BUTTONS: cards have no other parts',
  ],
  [
    'three buttons on a card',
    carousel({ components: [image, { type: 'BUTTONS', buttons: [reply, reply, reply] }] }, card()),
    'components[1].cards[0].components[1].buttons: must have at most 2 items, has 3',
    'components[1].cards[1]: must have the structure of the first card: the same header format, body or none, the same buttons in the same order',
  ],
  [
    'a card without buttons',
    carousel({ components: [image] }, { components: [image] }),
    'components[1].cards[0].components: must have 1 or 2 buttons',
    'components[1].cards[1].components: must have 1 or 2 buttons',
  ],
  [
    'a card without a header',
    carousel({ components: [{ type: 'BUTTONS', buttons: [reply] }] }, card()),
    'components[1].cards[0].components: must have a header of the format IMAGE, VIDEO, PRODUCT',
    'components[1].cards[1]: must have the structure of the first card: the same header format, body or none, the same buttons in the same order',
  ],
];

describe('refused templates', () => {
  it.each(REFUSED.map(([name, template, ...expected]) => [name, template, expected] as const))(
    '%s',
    (_name, template, expected) => {
      expect(issues(template)).toEqual(expected);
    },
  );
});

describe('doubtful templates', () => {
  it.each([
    ['an unknown language', { ...good, language: 'xx' }, 'language is not in the list'],
    ['an unknown sub-category', { ...good, sub_category: 'NEW' }, 'sub_category is none of'],
    ['an unknown component', of(BODY, { type: 'NEW' }), 'component of an unknown type'],
    ['an unknown button', withButtons({ type: 'NEW', text: 'x' }), 'button of an unknown type'],
    ['an unknown header', of({ type: 'HEADER', format: 'NEW' }, BODY), 'header of an unknown format'],
    [
      'a URL as handle',
      of({ ...image, example: { header_handle: ['https://a.b/c.png'] } }, BODY),
      'has a URL as header_handle',
    ],
    ['a GIF in a utility template', of({ ...image, format: 'GIF' }, BODY), 'GIF header'],
    ['few words', withBody('a {{1}} b', { body_text: [['x']] }), 'short for the number of its variables'],
    [
      'a digit in a name',
      withBody('Here is {{name1}} for you all', {
        body_text_named_params: [{ param_name: 'name1', example: 'a' }],
      }),
      'a digit in its name',
    ],
    ['a long coupon', withButtons({ type: 'COPY_CODE', example: x(16) }), 'more than 15 characters'],
    [
      'another label',
      withButtons({ type: 'ORDER_DETAILS', text: 'Pay' }),
      'whose text is not Review and Pay or',
    ],
  ])('%s is taken and reported once', (_name, template, warning) => {
    const validator = new PayloadValidator({}, new ManualClock());
    expect(validator.issues(CreateTemplateDto, template)).toEqual([]);
    expect(validator.issues(CreateTemplateDto, template)).toEqual([]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(warning);
  });
});

describe('single variables', () => {
  it.each(['x', ['x'], [['x']]])('take the samples that Meta’s pages show: %j', (sample) => {
    expect(issues(withBody('Hi {{1}} there, how are you?', { body_text: sample }))).toEqual([]);
  });
});

describe('anything at all', () => {
  it.each([
    null,
    7,
    'x',
    [],
    [null],
    [7],
    [{ type: 'BODY', text: 7 }],
    [{ type: 'BUTTONS', buttons: 7 }],
    [{ type: 'CAROUSEL', cards: [7] }],
    [{ type: 'HEADER', example: 7 }],
  ])('is refused without a crash: %j', (components) => {
    expect(issues({ ...good, components }).length).toBeGreaterThan(0);
  });
});
