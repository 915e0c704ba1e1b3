import type { WelcomeMessageContent } from '../wire/welcome-message-sequences/welcome-message-sequence';

/** A sequence to be made, or what is changed of one. */
export interface WelcomeSequenceMembers {
  readonly sequenceId?: string | undefined;
  readonly name?: string | undefined;
  readonly content?: WelcomeMessageContent | undefined;
}

/** The form of a sequence, whose content is JSON. */
export function buildWelcomeSequence({ sequenceId, name, content }: WelcomeSequenceMembers): FormData {
  const form = new FormData();
  if (sequenceId !== undefined) form.set('sequence_id', sequenceId);
  if (name !== undefined) form.set('name', name);
  if (content !== undefined) form.set('welcome_message_sequence', JSON.stringify(content));
  return form;
}
