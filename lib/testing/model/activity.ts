/** Counts what is under way and tells when nothing is left. */
export class Activity {
  private running = 0;
  private readonly waiters = new Set<() => void>();

  /** Notes the start of something; call the result once when it has ended. */
  begin(): () => void {
    this.running++;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.running--;
      if (this.running === 0) setImmediate(() => this.settle());
    };
  }

  /** Resolves when nothing is under way, counting what the last thing to end may have started. */
  async idle(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.waiters.add(resolve);
      setImmediate(() => this.settle());
    });
  }

  private settle(): void {
    if (this.running > 0) return;
    for (const resolve of this.waiters) resolve();
    this.waiters.clear();
  }
}
