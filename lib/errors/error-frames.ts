import { errorLabel } from './redact';
import { WhatsAppError } from './whatsapp.error';

const FRAME = /^\s+at .*(?::\d+:\d+\)?|<anonymous>\)?|\(native\))$/;

/**
 * What a log may say of an error that an application threw: its class and code. The message is added only for errors of
 * this package, which keep personal data out of theirs.
 */
export function safeErrorText(error: unknown): string {
  return error instanceof WhatsAppError ? `${errorLabel(error)}: ${error.message}` : errorLabel(error);
}

/**
 * The stack of an error without its message, which may quote what a user wrote; its causes follow.
 * Undefined when there is no stack.
 */
export function stackFrames(error: unknown): string | undefined {
  const blocks: string[] = [];
  const seen = new Set<unknown>();
  for (let cause = error; cause instanceof Error && !seen.has(cause); cause = cause.cause) {
    seen.add(cause);
    const frames = framesOf(cause);
    if (frames.length > 0) blocks.push([errorLabel(cause), ...frames].join('\n'));
  }
  return blocks.length > 0 ? blocks.join('\nCaused by ') : undefined;
}

function framesOf({ stack, message }: Error): string[] {
  if (typeof stack !== 'string') return [];
  // A message may have lines that look like frames, so it is cut off first.
  const start = message === '' ? -1 : stack.indexOf(message);
  const rest = start === -1 ? stack : stack.slice(start + message.length);
  return rest.split('\n').filter((line) => FRAME.test(line));
}
