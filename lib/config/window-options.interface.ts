/** What is known of one user's customer-service window. */
export interface WindowEntry {
  /** When the user last wrote or called, or when Meta said that the window is closed; milliseconds since the epoch. */
  readonly at: number;
  /** `false`: Meta said at that time that the window is closed. */
  readonly open: boolean;
}

/**
 * Remembers when users last wrote. Implement it over Redis or a data base to share the windows among processes and to
 * keep them across restarts. Entries older than 24 hours may be dropped.
 * @publicApi
 */
export interface WindowStore {
  get(key: string): WindowEntry | undefined | Promise<WindowEntry | undefined>;
  /** Keeps the entry unless it has one that is as recent. */
  put(key: string, entry: WindowEntry): void | Promise<void>;
  /**
   * From when on every message is remembered, milliseconds since the epoch. A user of whom nothing is known counts as
   * outside the window 24 hours later; before, and when this is missing, as unknown.
   */
  completeSince?(): number | undefined | Promise<number | undefined>;
}

/** How customer-service windows are tracked. `{}` switches tracking on. */
export interface WindowOptions {
  /**
   * What to do with messages for users whose window is closed, unless the call says otherwise.
   * @default 'try'
   */
  outsideWindow?: 'try' | 'throw';
  /**
   * Users remembered at most; those who have not written for longest are forgotten first.
   * @default 100000
   */
  maxUsers?: number;
  /** Where windows are remembered; `maxUsers` is then not used. @default in the process */
  store?: WindowStore;
}
