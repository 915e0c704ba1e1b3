import { ContinueHandling } from '../../../lib/events/continue-handling.error';
import { StopHandling } from '../../../lib/events/stop-handling.error';
import { startEvents, textEvent } from './events-app';

/** Two listeners: the first throws what it is given. */
async function twoListeners(handling: 'all' | 'first', thrown: Error | undefined): Promise<string[]> {
  const { events, dispatch } = await startEvents({}, { handling });
  const runs: string[] = [];
  events.on('message.text', () => {
    runs.push('first');
    if (thrown) throw thrown;
  });
  events.on('message.text', () => void runs.push('second'));
  const { failures } = await dispatch(textEvent());
  expect(failures).toEqual([]);
  return runs;
}

describe('flow control between handlers', () => {
  it('S2 StopHandling: the handlers that follow do not run, and nothing has failed', async () => {
    await expect(twoListeners('all', undefined)).resolves.toEqual(['first', 'second']);
    await expect(twoListeners('all', new StopHandling())).resolves.toEqual(['first']);
  });

  it('S2 ContinueHandling: the next handler runs where the first match would have ended it', async () => {
    await expect(twoListeners('first', undefined)).resolves.toEqual(['first']);
    await expect(twoListeners('first', new ContinueHandling())).resolves.toEqual(['first', 'second']);
  });
});
