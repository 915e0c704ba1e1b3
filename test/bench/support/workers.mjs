import { fork, execFileSync } from 'node:child_process';
import { once } from 'node:events';

/** True where `taskset` can pin a process to a core, so that server and load do not share one. */
export const canPin = (() => {
  try {
    execFileSync('taskset', ['-c', '0,1', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Starts a benchmark process on its own core and waits until it says that it is ready. */
export async function startWorker(file, args, core) {
  const child = fork(file, args, {
    // What peers print must not mix with the figures.
    stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
    ...(canPin && { execPath: 'taskset', execArgv: ['-c', String(core), process.execPath] }),
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
  });
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`${file} ${args.join(' ')} ended with code ${code}`);
  });
  failed.catch(() => undefined);
  const [ready] = await Promise.race([once(child, 'message'), failed]);
  return {
    ready,
    pid: child.pid,
    async ask(message) {
      child.send(message);
      const [answer] = await Promise.race([once(child, 'message'), failed]);
      return answer;
    },
    stop: () => child.kill('SIGKILL'),
  };
}
