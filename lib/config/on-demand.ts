/** Begins something when it is needed for the first time, in whichever order need and means turn up. */
export class OnDemand {
  private begin: (() => void) | undefined;
  private needed = false;
  private begun = false;

  /** It is needed now. */
  need(): void {
    this.needed = true;
    this.tryBegin();
  }

  /** This is how to begin. */
  provide(begin: () => void): void {
    this.begin = begin;
    this.tryBegin();
  }

  private tryBegin(): void {
    if (this.begun || !this.needed || !this.begin) return;
    this.begun = true;
    this.begin();
  }
}
