import type { WireConversationalAutomation } from '../wire/conversational-automation/conversational-automation';
import { commandName } from './command-name';
import type { ConversationalAutomation } from './conversational-automation.interface';
import type { UpdateAutomationInput } from './dto/update-automation.dto';

/** The change in Meta's names. */
export function buildAutomation(input: UpdateAutomationInput): WireConversationalAutomation {
  const { welcomeMessage, iceBreakers, commands } = input;
  return {
    ...(welcomeMessage != null && { enable_welcome_message: welcomeMessage }),
    ...(iceBreakers && { prompts: iceBreakers }),
    ...(commands && {
      commands: commands.map(({ name, description }) => ({
        command_name: commandName(name),
        command_description: description,
      })),
    }),
  };
}

/** What Meta answered. */
export function readAutomation(raw: WireConversationalAutomation | undefined): ConversationalAutomation {
  return {
    ...(raw?.id !== undefined && { id: raw.id }),
    welcomeMessage: raw?.enable_welcome_message ?? false,
    iceBreakers: raw?.prompts ?? [],
    commands: (raw?.commands ?? []).map(({ command_name, command_description }) => ({
      name: command_name,
      description: command_description,
    })),
    ...(raw && { raw }),
  };
}
