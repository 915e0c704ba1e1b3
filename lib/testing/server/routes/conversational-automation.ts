import { objectsOf, textOf } from '../../model/json';
import type { RouteHandler } from '../route.interface';
import { requireThat } from '../required';

const MAX_PROMPTS = 4;
const MAX_COMMANDS = 30;

/** `GET /{phone}/conversational_automation`. */
export const getAutomation: RouteHandler = ({ id }, { state }) => ({
  body: { ...state.numberRecords.of(id).automation, id },
});

/**
 * `POST /{phone}/conversational_automation`: what is left out is lost, as Meta's advice to write all together suggests.
 */
export const updateAutomation: RouteHandler = async (request, { state }) => {
  const { enable_welcome_message, prompts = [], commands = [] } = await request.params();
  requireThat(
    Array.isArray(prompts) &&
      prompts.length <= MAX_PROMPTS &&
      prompts.every((text) => (textOf(text)?.length ?? 81) <= 80),
    'prompts may have 4 texts of 80 characters',
  );
  requireThat(
    Array.isArray(commands) && commands.length <= MAX_COMMANDS && objectsOf(commands).every(isCommand),
    'commands may have 30 entries with a name of 32 and a description of 256 characters',
  );
  state.numberRecords.of(request.id).automation = {
    enable_welcome_message: enable_welcome_message === true || enable_welcome_message === 'true',
    prompts,
    commands,
  };
  return { body: { success: true } };
};

function isCommand({ command_name, command_description }: Record<string, unknown>): boolean {
  return (textOf(command_name)?.length ?? 33) <= 32 && (textOf(command_description)?.length ?? 257) <= 256;
}
