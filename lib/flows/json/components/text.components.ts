import { component } from '../model/component';
import { anyOf, boolean, oneOf, paragraphs, required, since, text } from '../model/rules';

const styled = (max: number) => ({
  text: required(anyOf(text(max), since('5.1', paragraphs(max)))),
  'font-weight': oneOf('bold', 'italic', 'bold_italic', 'normal'),
  strikethrough: boolean(),
  /** A small part of Markdown; `text` may then be a list of paragraphs. */
  markdown: since('5.1', boolean()),
});

export const textHeading = component('TextHeading', { since: '2.1', props: { text: required(text(80)) } });

export const textSubheading = component('TextSubheading', {
  since: '2.1',
  props: { text: required(text(80)) },
});

export const textBody = component('TextBody', { since: '2.1', props: styled(4096) });

export const textCaption = component('TextCaption', { since: '2.1', props: styled(409) });

/** Headings, lists, tables, pictures and links in Markdown. */
export const richText = component('RichText', {
  since: '5.1',
  props: { text: required(anyOf(text(), paragraphs())) },
  only: { '5.1': [], '6.3': ['Footer'] },
});
