import type { CanActivate, Type } from '@nestjs/common';

/** A decorator that fits a class and a method alike, such as `Public()` or `SkipThrottle()`. @publicApi */
export type WebhookDecorator = ClassDecorator & MethodDecorator;

/** What one registration of the module says about its webhook endpoint. */
export interface WebhookRegistration {
  /** Unique in the process; ties the generated controller to what prepares its requests. */
  readonly id: string;
  /** Path below the application's global prefix. */
  readonly path: string;
  /** The application's own decorators, put on the generated controller and on both of its methods. */
  readonly decorators: readonly WebhookDecorator[];
  /**
   * Guard of the POST method, usually a subclass of `WebhookSignatureGuard`.
   * @default WebhookSignatureGuard
   */
  readonly guard?: Type<CanActivate>;
}
