import { Inject, Injectable, Optional } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { WebhookRegistration } from '../../config/webhook-registration.interface';
import { DEFAULT_BODY_LIMIT, WHATSAPP_OPTIONS, WHATSAPP_REGISTRATION } from '../../config/whatsapp.constants';
import type { WhatsAppModuleOptions } from '../../config/whatsapp-options.interface';
import { WebhookLog } from '../webhook-log.service';
import { whenAdapterIsSet } from './adapter-host';
import { installExpressRawBody } from './express-raw-body';
import type { ExpressAdapterLike } from './express-raw-body';
import { installFastifyRawBody } from './fastify-raw-body';
import type { FastifyLike } from './fastify-raw-body';

/**
 * Keeps the bytes of webhook requests without a line in main.ts. Providers are made before Nest registers its body
 * parsers, so this one comes first by being constructed. Does nothing in processes without an HTTP server, and on
 * adapters other than Express and Fastify, which then need `rawBody: true`.
 */
@Injectable()
export class RawBodyInstaller {
  constructor(
    @Optional() @Inject(HttpAdapterHost) host: HttpAdapterHost | undefined,
    @Inject(WHATSAPP_REGISTRATION)
    registration: Pick<WebhookRegistration, 'id'> & { readonly path: string | false },
    @Inject(WHATSAPP_OPTIONS) options: WhatsAppModuleOptions,
    @Inject(WebhookLog) log: WebhookLog,
  ) {
    if (!host || registration.path === false) return;
    const bodyLimit = options.webhook?.bodyLimit ?? DEFAULT_BODY_LIMIT;
    whenAdapterIsSet(host, (adapter) => {
      const type = adapter.getType();
      if (type === 'express') {
        installExpressRawBody(adapter as unknown as ExpressAdapterLike, registration.id, bodyLimit, log);
      } else if (type === 'fastify') {
        installFastifyRawBody(adapter.getInstance<FastifyLike>(), registration.id, bodyLimit, log);
      }
    });
  }
}
