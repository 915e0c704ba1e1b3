/** A few templates in the manner of Meta's library. */
export const LIBRARY = [
  {
    id: '7147013345418927',
    name: 'delivery_update_1',
    language: 'en_US',
    category: 'UTILITY',
    topic: 'ORDER_MANAGEMENT',
    usecase: 'DELIVERY_UPDATE',
    industry: ['E_COMMERCE'],
    body: 'Hi {{1}}, your order {{2}} leaves our warehouse today.',
    body_params: ['Jim', '12345'],
    body_param_types: ['TEXT', 'TEXT'],
    buttons: [{ type: 'URL', text: 'Order details', url: 'https://www.example.com/' }],
  },
  {
    id: '7147013345418928',
    name: 'low_balance_warning_1',
    language: 'en_US',
    category: 'UTILITY',
    topic: 'PAYMENTS',
    usecase: 'LOW_BALANCE_WARNING',
    industry: ['FINANCIAL_SERVICES'],
    body: 'The balance of your account ending in {{1}} has fallen below {{2}} today.',
    body_params: ['1234', '$75.00'],
    body_param_types: ['NUMBER', 'AMOUNT'],
    buttons: [],
  },
] as const;
