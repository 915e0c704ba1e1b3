import { Injectable } from '@nestjs/common';

/** Who works here, and who is on which call. */
@Injectable()
export class Agents {
  private readonly callOf = new Map<string, string | undefined>([
    ['maria', undefined],
    ['tom', undefined],
  ]);

  /** Gives the call to somebody who is free. */
  assign(callId: string): string | undefined {
    const [free] = [...this.callOf].find(([, call]) => call === undefined) ?? [];
    if (free !== undefined) this.callOf.set(free, callId);
    return free;
  }

  release(callId: string): void {
    for (const [agent, call] of this.callOf) if (call === callId) this.callOf.set(agent, undefined);
  }

  currentCall(agent: string): string | undefined {
    return this.callOf.get(agent);
  }
}
