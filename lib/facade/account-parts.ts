import type { Type } from '@nestjs/common';
import { AccountBinding } from './account-binding';
import type { AccountRef } from '../config/account.interface';
import { Clock } from '../config/clock';
import type { WhatsAppModuleOptions } from '../config/whatsapp-options.interface';
import { WHATSAPP_OPTIONS } from '../config/whatsapp.constants';
import { GraphClient } from '../graph/graph-client.service';
import { GraphPages } from '../graph/graph-pages.service';
import { GraphMediaUploader } from '../media/media.uploader';
import { ResumableUploader } from '../media/resumable.uploader';
import { PayloadValidator } from '../validation/payload-validator.service';

/** Finds what the module has, by its token. */
export type Find = <T>(token: Type<T> | symbol) => T;

/** What the services of one account are made of: views that fill the account in, and what all accounts share. */
export class AccountParts {
  readonly binding: AccountBinding;
  readonly graph: GraphClient;
  readonly pages: GraphPages;
  readonly validator: PayloadValidator;
  readonly clock: Clock;

  constructor(
    readonly shared: Find,
    account: string | AccountRef,
  ) {
    this.binding = new AccountBinding(account);
    this.graph = this.binding.graph(shared(GraphClient));
    this.validator = shared(PayloadValidator);
    this.clock = shared<Clock>(Clock);
    this.pages = new GraphPages(this.graph, this.clock);
  }

  get options(): WhatsAppModuleOptions {
    return this.shared(WHATSAPP_OPTIONS);
  }

  get resumable(): ResumableUploader {
    return this.binding.resumable(this.shared(ResumableUploader));
  }

  get uploader(): GraphMediaUploader {
    return this.binding.uploader(this.shared(GraphMediaUploader));
  }
}
