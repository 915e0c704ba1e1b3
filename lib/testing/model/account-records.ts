import { AccountRecord } from './account-record';
import type { EmulatedSolution } from './emulated-solution';
import { PortfolioRecord } from './portfolio-record';

/** Portfolio that owns the accounts until a test says otherwise. */
const OWNER_ID = '400555000000001';

/** What the emulated platform holds about WhatsApp Business Accounts and the portfolios they belong to. */
export class AccountRecords {
  private readonly accounts = new Map<string, AccountRecord>();
  private readonly portfolios = new Map<string, PortfolioRecord>();
  /** Multi-partner solutions of the app. */
  readonly solutions = new Map<string, EmulatedSolution>();

  /** @param startedAt when the accounts were made, milliseconds since the Unix epoch */
  constructor(private readonly startedAt: number) {}

  of(wabaId: string): AccountRecord {
    let account = this.accounts.get(wabaId);
    if (!account) this.accounts.set(wabaId, (account = new AccountRecord(wabaId, OWNER_ID, this.startedAt)));
    return account;
  }

  portfolio(id: string): PortfolioRecord {
    let portfolio = this.portfolios.get(id);
    if (!portfolio) this.portfolios.set(id, (portfolio = new PortfolioRecord(id)));
    return portfolio;
  }

  clear(): void {
    this.accounts.clear();
    this.portfolios.clear();
    this.solutions.clear();
  }
}

/** Kinds of nodes that an account leads to. */
export type AccountNodeKind =
  | 'business'
  | 'template_group'
  | 'migration_intent'
  | 'business_user'
  | 'dataset'
  | 'preverified_number'
  | 'credit_line'
  | 'credit_allocation'
  | 'solution';

/** What an id stands for in an account, in the portfolio that owns it, or among the solutions of the app. */
export function accountNodeKind(
  records: AccountRecords,
  wabaId: string,
  id: string,
): AccountNodeKind | undefined {
  const account = records.of(wabaId);
  const owner = records.portfolio(account.ownerBusinessId);
  const places: readonly (readonly [AccountNodeKind, boolean])[] = [
    ['business', account.ownerBusinessId === id || account.sharedWith.has(id)],
    ['template_group', account.templateGroups.has(id)],
    ['migration_intent', account.migrationIntents.has(id)],
    ['business_user', account.users.has(id)],
    ['dataset', account.datasetId === id],
    ['preverified_number', owner.preverifiedNumbers.has(id)],
    ['credit_line', owner.creditLines.has(id)],
    ['credit_allocation', owner.allocations.has(id)],
    ['solution', records.solutions.has(id)],
  ];
  return places.find(([, isThere]) => isThere)?.[0];
}
