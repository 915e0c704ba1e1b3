import { HttpException } from '@nestjs/common';

/** The webhook endpoint refuses a request. The message is the answer's text. @publicApi */
export class WebhookRejection extends HttpException {
  constructor(status: number, message: string) {
    super(message, status);
    this.name = 'WebhookRejection';
  }
}
