import { calendarPicker, datePicker } from '../components/date.components';
import {
  checkboxGroup,
  chipsSelector,
  dropdown,
  optIn,
  radioButtonsGroup,
} from '../components/choice.components';
import { form, ifComponent, switchComponent } from '../components/container.components';
import { imageCarousel, imageComponent } from '../components/media.components';
import { embeddedLink, footer, navigationList } from '../components/navigation.components';
import { documentPicker, photoPicker } from '../components/picker.components';
import { richText, textBody, textCaption, textHeading, textSubheading } from '../components/text.components';
import { textArea, textInput } from '../components/text-entry.components';
import type { FlowComponentSpec } from './component';

/**
 * Every component by its type. A new one is declared in `components/` and listed here; its JSON type, its checks and the
 * compile-time checks of `defineFlow` follow from it.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/components
 */
export const FLOW_COMPONENTS = {
  TextHeading: textHeading,
  TextSubheading: textSubheading,
  TextBody: textBody,
  TextCaption: textCaption,
  RichText: richText,
  TextInput: textInput,
  TextArea: textArea,
  CheckboxGroup: checkboxGroup,
  RadioButtonsGroup: radioButtonsGroup,
  Dropdown: dropdown,
  ChipsSelector: chipsSelector,
  OptIn: optIn,
  DatePicker: datePicker,
  CalendarPicker: calendarPicker,
  Image: imageComponent,
  ImageCarousel: imageCarousel,
  NavigationList: navigationList,
  EmbeddedLink: embeddedLink,
  Footer: footer,
  PhotoPicker: photoPicker,
  DocumentPicker: documentPicker,
  Form: form,
  If: ifComponent,
  Switch: switchComponent,
} as const;

const TABLE: Readonly<Record<string, FlowComponentSpec>> = FLOW_COMPONENTS;

/** The row of a component type, or `undefined` when it is not known. */
export function componentSpec(type: unknown): FlowComponentSpec | undefined {
  return typeof type === 'string' && Object.hasOwn(TABLE, type) ? TABLE[type] : undefined;
}
