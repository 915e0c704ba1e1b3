import type { Type } from '@nestjs/common';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../config/clock';
import { WHATSAPP_OPTIONS } from '../config/whatsapp.constants';
import type { WhatsAppModuleOptions } from '../config/whatsapp-options.interface';
import type { PayloadIssue } from '../errors/payload-validation.error';
import { PayloadValidationError } from '../errors/payload-validation.error';
import type { IssueContext } from './compiled-dto';
import { collectIssues } from './compiled-dto';
import type { RuleContext } from './rule.decorator';

/**
 * Checks inputs against their DTO classes before anything is sent. Members that a class does not know pass through.
 * What is only doubtful is sent and logged once.
 * @publicApi
 */
@Injectable()
export class PayloadValidator {
  private readonly logger = new Logger('WhatsApp');
  private readonly warned = new Set<string>();

  constructor(
    @Inject(WHATSAPP_OPTIONS) private readonly options: Pick<WhatsAppModuleOptions, 'validate'>,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Refuses an input that Meta would refuse.
   * @param subject what is to be sent, for the error, e.g. `text`
   * @param validate the caller's choice @default the module's `validate`
   * @throws PayloadValidationError with the path of each refused member in the caller's names
   */
  assert(subject: string, dto: Type<object>, input: unknown, validate?: boolean): void {
    this.assertWith(subject, (context) => this.collect(dto, input, context), validate);
  }

  /** As `assert`, with a function in place of a class. */
  assertWith(
    subject: string,
    check: (context: IssueContext) => readonly PayloadIssue[],
    validate?: boolean,
  ): void {
    if (!this.isOn(validate)) return;
    const issues = check(this.contextOf(subject));
    if (issues.length > 0) throw new PayloadValidationError(subject, issues);
  }

  /** Whether inputs are checked. @param validate the caller's choice @default the module's `validate` */
  isOn(validate?: boolean): boolean {
    return validate ?? this.options.validate ?? true;
  }

  /** What is wrong with an input; empty when nothing is. */
  issues(dto: Type<object>, input: unknown): PayloadIssue[] {
    return this.collect(dto, input, this.contextOf(dto.name));
  }

  private collect(dto: Type<object>, input: unknown, context: IssueContext): PayloadIssue[] {
    const issues: PayloadIssue[] = [];
    collectIssues(dto, input, '', issues, context);
    return issues;
  }

  private contextOf(subject: string): IssueContext & RuleContext {
    const context: IssueContext = {
      at: '',
      now: () => this.clock.now(),
      warn: (message) => this.warnOnce(subject, context.at, message),
    };
    return context;
  }

  private warnOnce(subject: string, at: string, message: string): void {
    const line = `${subject}: ${at} ${message}`;
    if (this.warned.has(line)) return;
    this.warned.add(line);
    this.logger.warn(`Doubtful input for ${line}`);
  }
}
