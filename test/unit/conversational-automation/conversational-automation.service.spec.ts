import { ConversationalAutomationService } from '../../../lib/conversational-automation/conversational-automation.service';
import { RecordingGraph, refusals } from '../../support/recording-graph';

const graph = new RecordingGraph();
const automation = new ConversationalAutomationService(graph.client, graph.validator);
const READ = { method: 'GET', path: '100', query: { fields: 'conversational_automation' } };
const stored = {
  id: '100',
  conversational_automation: {
    id: '9',
    enable_welcome_message: true,
    prompts: ['Plan a trip'],
    commands: [{ command_name: 'help', command_description: 'Get help' }],
  },
};

beforeEach(() => {
  graph.requests.length = 0;
  graph.answer(stored, { success: true });
});

describe('ConversationalAutomationService', () => {
  it('S2 ConversationalAutomation: reads what is set, and that nothing is', async () => {
    await expect(automation.get()).resolves.toEqual({
      id: '9',
      welcomeMessage: true,
      iceBreakers: ['Plan a trip'],
      commands: [{ name: 'help', description: 'Get help' }],
      raw: stored.conversational_automation,
    });
    graph.answer({ id: '100' });
    await expect(automation.get()).resolves.toEqual({ welcomeMessage: false, iceBreakers: [], commands: [] });
    expect(graph.sent).toEqual([READ, READ]);
  });

  it('S4 ProfileComponents: reads what is left out and writes all together', async () => {
    await automation.update({ iceBreakers: ['A', 'B'] });
    expect(graph.sent).toEqual([
      READ,
      {
        method: 'POST',
        path: '100/conversational_automation',
        body: {
          enable_welcome_message: true,
          prompts: ['A', 'B'],
          commands: [{ command_name: 'help', command_description: 'Get help' }],
        },
      },
    ]);
  });

  it('S4 ProfileComponents.welcome_message: goes out in Meta’s name; nothing is read when all is given', async () => {
    await automation.update({ welcomeMessage: false, iceBreakers: [], commands: [] });
    expect(graph.sent.map(({ body }) => body)).toEqual([
      { enable_welcome_message: false, prompts: [], commands: [] },
    ]);
  });

  it('writes only what is given when asked to', async () => {
    await automation.update({ iceBreakers: ['A'], merge: false });
    expect(graph.sent.map(({ body }) => body)).toEqual([{ prompts: ['A'] }]);
  });

  it('S2 Command.name, Command.description: strips the slash; adds, replaces and removes by name', async () => {
    await automation.addCommand({ name: '/start', description: 'Begin' });
    graph.answer(stored, { success: true });
    await automation.addCommand({ name: '/help', description: 'More help' });
    graph.answer(stored, { success: true });
    await automation.removeCommand('/help');
    graph.answer(stored);
    await automation.removeCommand('none');
    const help = { command_name: 'help', command_description: 'Get help' };
    const commands = graph.sent
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => (body as { commands: unknown }).commands);
    expect(commands).toEqual([
      [help, { command_name: 'start', command_description: 'Begin' }],
      [{ command_name: 'help', command_description: 'More help' }],
      [],
    ]);
  });

  it.each([
    [
      'S4 ProfileCommand.command_name',
      { commands: [{ name: `/${'x'.repeat(33)}`, description: 'd' }] },
      'commands[0].name: must have at most 32 characters, has 33',
    ],
    [
      'S4 ProfileCommand.command_name',
      { commands: [{ name: '/', description: 'd' }] },
      'commands[0].name: must not be empty',
    ],
    [
      'S4 ProfileCommand.command_description',
      { commands: [{ name: 'n', description: 'x'.repeat(257) }] },
      'commands[0].description: must have at most 256 characters, has 257',
    ],
    [
      'S4 ProfileCommand.command_description',
      { commands: [{ name: 'n', description: 'go 🚀' }] },
      'commands[0].description: must not have emoji',
    ],
    [
      'S4 ProfileComponents.commands',
      { commands: Array.from({ length: 31 }, (_, i) => ({ name: `n${i}`, description: 'd' })) },
      'commands: must have at most 30 items, has 31',
    ],
    [
      'S2 Command',
      {
        commands: [
          { name: 'a', description: 'd' },
          { name: '/a', description: 'd' },
        ],
      },
      'commands[1].name: must be unique, equals [0].name',
    ],
    [
      'S4 ProfileComponents.prompts',
      { iceBreakers: ['a', 'b', 'c', 'd', 'e'] },
      'iceBreakers: must have at most 4 items, has 5',
    ],
    [
      'S4 ProfileComponents.prompts',
      { iceBreakers: ['ok', 'x'.repeat(81)] },
      'iceBreakers[1]: must have at most 80 characters, has 81',
    ],
    ['S4 ProfileComponents.prompts', { iceBreakers: ['Hi ❤️'] }, 'iceBreakers[0]: must not have emoji'],
  ])('%s: refuses what Meta would refuse', async (_row, change, issue) => {
    await expect(refusals(() => automation.update(change))).resolves.toEqual([issue]);
    expect(graph.requests).toEqual([]);
  });

  it('takes digits, signs and other scripts for what they are: no emoji', async () => {
    await automation.update({ iceBreakers: ['Call #1 * now ©', '予約する'], merge: false });
    expect(graph.requests).toHaveLength(1);
  });
});
