import { IsIn, IsOptional, ValidateIf } from 'class-validator';
import { ANY_TEXT, INTERACTIVE_LIMITS } from '../../validation/limits';
import { Advise, Rule } from '../../validation/rule.decorator';
import { CodePointLength } from '../../validation/rules/code-point-length.decorator';
import { OneOfMembers } from '../../validation/rules/one-of-members.decorator';
import { OptionalText } from '../../validation/rules/optional-text.decorator';
import type { Members } from '../../validation/shape';
import { codePointLength } from '../../validation/text-length';
import type { FlowDefinition } from '../../wire/flow/definition';
import type { FlowChoice } from '../flow-opening';
import { dataIssues, declaredData, definitionProblem, screenProblem } from './flow-definition.rule';
import { HeaderMessageDto } from './interactive-parts.dto';

/** A text with a button that opens a flow. */
export class SendFlowDto extends HeaderMessageDto {
  /** The flow by id, or else by `flowName`. */
  @OneOfMembers('flowId', 'flowName')
  @CodePointLength(ANY_TEXT)
  flowId?: string | undefined;

  /** The flow by name, or else by `flowId`. */
  @OneOfMembers('flowId', 'flowName')
  @CodePointLength(ANY_TEXT)
  flowName?: string | undefined;

  /** Label of the button, up to 30 characters, without emoji; more than 20 may be cut. */
  @CodePointLength(INTERACTIVE_LIMITS.flowCta)
  @Advise('longCta', (value) =>
    typeof value === 'string' && codePointLength(value) > 20
      ? 'is longer than 20 characters and may be cut'
      : undefined,
  )
  @Advise('emojiCta', (value) =>
    typeof value === 'string' && /\p{Extended_Pictographic}/u.test(value)
      ? 'has an emoji, which Meta advises against'
      : undefined,
  )
  cta!: string;

  /** Your own name for this run of the flow; comes back with the answers. Meta fills in `unused`. */
  @OptionalText()
  token?: string | undefined;

  /** `draft` tries an unpublished flow. @default 'published' */
  @IsOptional()
  @IsIn(['published', 'draft'])
  mode?: 'published' | 'draft' | undefined;

  /** `navigate` opens `screen`; `data_exchange` asks your endpoint for the first screen. @default 'navigate' */
  @IsOptional()
  @IsIn(['navigate', 'data_exchange'])
  action?: 'navigate' | 'data_exchange' | undefined;

  /** What `defineFlow` returned: `screen` and `data` are checked against it. Not sent. */
  @IsOptional()
  @Rule('flowDefinition', definitionProblem, { type: 'object', additionalProperties: true })
  flow?: FlowDefinition | undefined;

  /** First screen, with `navigate` only. @default the flow's own first screen */
  @OptionalText()
  @Rule('navigateOnly', navigateOnly)
  @Rule('screenOfFlow', (screen, { flow }) => screenProblem(screen, flow))
  screen?: string | undefined;

  /** Data for the first screen, with `navigate` only; sent as it is. */
  @ValidateIf(({ flow, screen }: Members, data: unknown) => data != null || declaresData(screen, flow))
  @Rule('flowData', flowDataProblem, { type: 'object', additionalProperties: true })
  @Rule('navigateOnly', navigateOnly)
  @Rule('dataOfScreen', (data, { flow, screen }) => dataIssues(data, screen, flow))
  data?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Input of `sendFlow`. With the definition of the flow, `screen` is one of its screens and `data` what this screen
 * declares.
 * @publicApi
 */
export type SendFlowInput<F extends FlowDefinition = FlowDefinition> = SendFlowMessage & FlowChoice<F>;

/** A flow message without what depends on the flow. */
export type SendFlowMessage = Omit<SendFlowDto, 'flow' | 'action' | 'screen' | 'data'>;

function navigateOnly(_value: unknown, { action }: Members): string | undefined {
  return action === 'data_exchange'
    ? "must be left out with action 'data_exchange': the endpoint chooses"
    : undefined;
}

function flowDataProblem(data: unknown, { flow, screen }: Members): string | undefined {
  if (data == null && declaresData(screen, flow)) return 'is missing: the screen declares data';
  const entries =
    typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.keys(data).length : 0;
  return entries > 0 ? undefined : 'must be an object with at least one member';
}

function declaresData(screen: unknown, flow: unknown): boolean {
  return Object.keys(declaredData(screen, flow)).length > 0;
}
