import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/** The flow tokens that are good for one booking each. */
@Injectable()
export class Invitations {
  private readonly open = new Set<string>();

  /** A token that nobody can guess. */
  create(): string {
    const token = randomUUID();
    this.open.add(token);
    return token;
  }

  isOpen(token: string | undefined): boolean {
    return token !== undefined && this.open.has(token);
  }

  close(token: string | undefined): void {
    if (token !== undefined) this.open.delete(token);
  }
}
