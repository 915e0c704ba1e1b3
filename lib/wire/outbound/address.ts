/** Parts of an Indian address. `in_pin_code` has up to 6 digits. */
export interface OutboundAddressValues {
  name?: string;
  phone_number?: string;
  in_pin_code?: string;
  house_number?: string;
  floor_number?: string;
  tower_number?: string;
  building_name?: string;
  address?: string;
  landmark_area?: string;
  city?: string;
  state?: string;
}

/** India only. @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/address-messages */
export interface OutboundAddressAction {
  name: 'address_message';
  parameters: {
    country: 'IN';
    values?: OutboundAddressValues;
    saved_addresses?: { id: string; value: OutboundAddressValues }[];
    /** Message to show beside each refused part, when asking again. */
    validation_errors?: { [Part in keyof OutboundAddressValues]?: string };
  };
}
