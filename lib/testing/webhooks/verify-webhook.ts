import { EmulatorError } from '../emulator.error';
import { exchange } from './http-exchange';

/** What the application must know to pass. */
export interface Verification {
  readonly verifyToken: string;
  readonly challenge: string;
  readonly timeoutMs: number;
}

/**
 * Asks a webhook URL to prove that it knows the verify token, as Meta does when the URL is registered.
 * @throws EmulatorError that says what the application answered
 */
export async function verifyWebhook(
  url: string,
  { verifyToken, challenge, timeoutMs }: Verification,
): Promise<void> {
  const target = new URL(url);
  target.searchParams.set('hub.mode', 'subscribe');
  target.searchParams.set('hub.challenge', challenge);
  target.searchParams.set('hub.verify_token', verifyToken);
  const { status, text, error } = await exchange(target.href, { method: 'GET', timeoutMs });
  const failed = `The webhook ${url} could not be verified:`;
  if (error !== undefined) {
    throw new EmulatorError(`${failed} ${error}. Is the application listening there?`);
  }
  if (status !== 200) {
    const hint = status === 404 ? 'Check the path.' : 'Check that it uses the verify token of the emulator.';
    throw new EmulatorError(`${failed} it answered ${status} to the GET handshake instead of 200. ${hint}`);
  }
  if (text !== challenge) {
    throw new EmulatorError(
      `${failed} it answered 200, but ${JSON.stringify(text.slice(0, 80))} instead of the plain challenge ${challenge}. ` +
        'Does something wrap or rewrite the response?',
    );
  }
}
