import { Injectable } from '@nestjs/common';
import { GraphClient } from '../graph/graph-client.service';
import type { CallOptions } from '../graph/graph-request.interface';
import { assertSuccess, onNumber } from '../graph/node-request';
import { PayloadValidator } from '../validation/payload-validator.service';
import type { WireConversationalAutomation } from '../wire/conversational-automation/conversational-automation';
import { buildAutomation, readAutomation } from './automation.builder';
import { commandName } from './command-name';
import type { Command, ConversationalAutomation } from './conversational-automation.interface';
import type { CommandInput, UpdateAutomationInput } from './dto/update-automation.dto';
import { UpdateAutomationDto } from './dto/update-automation.dto';

const EDGE = 'conversational_automation';

/**
 * What a chat offers before anything was written: welcome message, ice breakers, commands.
 * @example await automation.update({ iceBreakers: ['Plan a trip'], commands: [{ name: 'help', description: 'Get help' }] });
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/conversational-components
 * @publicApi
 */
@Injectable()
export class ConversationalAutomationService {
  constructor(
    private readonly graph: GraphClient,
    private readonly validator: PayloadValidator,
  ) {}

  /** Reads what is set. */
  async get(options?: CallOptions): Promise<ConversationalAutomation> {
    return readAutomation(await this.read(options));
  }

  /**
   * Changes what is given and keeps the rest. A list replaces the one before; an empty list clears it.
   * @throws PayloadValidationError before anything leaves, GraphApiError when Meta refuses
   */
  async update(change: UpdateAutomationInput, options?: CallOptions): Promise<void> {
    this.validator.assert('conversational automation', UpdateAutomationDto, change, options?.validate);
    const { welcomeMessage, iceBreakers, commands, merge } = change;
    const complete = welcomeMessage != null && iceBreakers != null && commands != null;
    const kept = complete || merge === false ? {} : withoutId(await this.read(options));
    await this.write({ ...kept, ...buildAutomation(change) }, options);
  }

  /** Adds a command, in the place of one that has its name. */
  async addCommand(command: CommandInput, options?: CallOptions): Promise<void> {
    const name = commandName(command.name);
    await this.changeCommands(options, (commands) =>
      commands.some((other) => other.name === name)
        ? commands.map((other) => (other.name === name ? command : other))
        : [...commands, command],
    );
  }

  /** Takes a command away; nothing happens when there is none of this name. */
  async removeCommand(name: string, options?: CallOptions): Promise<void> {
    await this.changeCommands(options, (commands) => {
      const others = commands.filter((command) => command.name !== commandName(name));
      return others.length < commands.length ? others : undefined;
    });
  }

  private async changeCommands(
    options: CallOptions | undefined,
    change: (commands: readonly Command[]) => readonly Command[] | undefined,
  ): Promise<void> {
    const current = await this.read(options);
    const commands = change(readAutomation(current).commands);
    if (!commands) return;
    this.validator.assert('conversational automation', UpdateAutomationDto, { commands }, options?.validate);
    await this.write({ ...withoutId(current), ...buildAutomation({ commands }) }, options);
  }

  private async write(body: WireConversationalAutomation, options: CallOptions | undefined): Promise<void> {
    const request = { method: 'POST', ...onNumber(options, EDGE), body, kind: 'safe' } as const;
    assertSuccess(await this.graph.request(request), `POST /{id}/${EDGE}`);
  }

  private async read(options: CallOptions | undefined): Promise<WireConversationalAutomation | undefined> {
    const answer = await this.graph.request<Record<typeof EDGE, WireConversationalAutomation | undefined>>({
      method: 'GET',
      ...onNumber(options),
      query: { fields: EDGE },
    });
    return answer?.[EDGE];
  }
}

/** What was read, as it can be written. */
function withoutId(automation: WireConversationalAutomation = {}): WireConversationalAutomation {
  const { id: _readOnly, ...members } = automation;
  return members;
}
