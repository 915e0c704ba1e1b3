/** The webhook subscription of the app. */
export interface EmulatedAppSubscription {
  readonly callbackUrl: string;
  readonly fields: readonly string[];
}

/** The app, and how it reaches the application. */
export interface EmulatedApp {
  readonly appId: string;
  readonly appSecret: string;
  /** Asks a URL for a challenge; says why it is not verified. */
  verify(url: string, verifyToken: string): Promise<string | undefined>;
  /** Webhooks go there from now on. */
  deliverTo(url: string): void;
}

/** What the emulated platform knows of its app and of its webhooks. */
export class WebhookSetup {
  subscription: EmulatedAppSubscription | undefined;
  /** WABAs that the app is subscribed to, with their callback overrides. */
  readonly wabas = new Map<string, { readonly override?: string | undefined }>();
  /** Codes of Embedded Signup that were exchanged: each works once. */
  readonly usedCodes = new Set<string>();
  app: EmulatedApp | undefined;

  get appId(): string | undefined {
    return this.app?.appId;
  }

  get appAccessToken(): string | undefined {
    return this.app && `${this.app.appId}|${this.app.appSecret}`;
  }

  clear(): void {
    this.subscription = undefined;
    this.wabas.clear();
    this.usedCodes.clear();
  }
}
