import { WelcomeMessageSequencesService } from '../../../lib/welcome-message-sequences/welcome-message-sequences.service';
import { issuesOf, ScriptedGraph } from '../../support/scripted-graph';

function setup(answer: unknown = { success: true }) {
  const graph = new ScriptedGraph();
  graph.answer = () => answer;
  const sequences = new WelcomeMessageSequencesService(graph.client, graph.validator, graph.pages);
  return { graph, sequences };
}

const content = {
  text: 'Hi! How can we help?',
  autofill_message: { content: 'Tell me more' },
  ice_breakers: [{ title: 'Prices' }, { title: 'Opening hours' }],
};
const EDGE = '200/welcome_message_sequences';

describe('WelcomeMessageSequencesService', () => {
  it('makes and changes a sequence by a form, whose content is JSON', async () => {
    const { graph, sequences } = setup({ sequence_id: '186' });
    await expect(sequences.create({ name: 'Sign-up', content })).resolves.toEqual({ sequenceId: '186' });
    expect(graph.last).toMatchObject({ method: 'POST', path: EDGE });
    expect([...(graph.last.body as FormData)]).toEqual([
      ['name', 'Sign-up'],
      ['welcome_message_sequence', JSON.stringify(content)],
    ]);
    graph.answer = () => ({ success: true });
    await sequences.update('186', { name: 'Sign-up 2' });
    expect([...(graph.last.body as FormData)]).toEqual([
      ['sequence_id', '186'],
      ['name', 'Sign-up 2'],
    ]);
    expect(graph.requests.map(({ kind }) => kind)).toEqual([undefined, 'safe']);
  });

  it('lists sequences, also from an answer that is a bare list', async () => {
    const stored = {
      sequence_id: '186',
      name: 'Sign-up',
      welcome_message_sequence: content,
      is_used_in_ad: true,
    };
    const { graph, sequences } = setup({ data: [stored] });
    expect((await sequences.list({ appId: '111' }, { limit: 5 })).items).toEqual([stored]);
    expect(graph.last).toEqual({ method: 'GET', path: EDGE, query: { app_id: '111', limit: 5 } });
    graph.answer = () => [stored];
    expect((await sequences.list({ sequenceId: '186' })).items).toEqual([stored]);
    expect(graph.last.query).toEqual({ sequence_id: '186' });
  });

  it('deletes a sequence', async () => {
    const { graph, sequences } = setup();
    await sequences.delete('186');
    expect(graph.last).toEqual({ method: 'DELETE', path: EDGE, query: { sequence_id: '186' } });
    await expect(setup({ success: false }).sequences.delete('186')).rejects.toThrow('success: false');
  });

  it('refuses what Meta would refuse', async () => {
    const { graph, sequences } = setup({});
    expect(await issuesOf(sequences.create({ name: '', content: {} }))).toEqual([
      'name: must not be empty',
      'content: must be an object with at least one member, e.g. text',
    ]);
    expect(await issuesOf(sequences.update('186', {}))).toEqual([
      'name: is missing: give at least one of name and content',
    ]);
    expect(await issuesOf(sequences.update('186', { content: {} }))).toEqual([
      'content: must be an object with at least one member, e.g. text',
    ]);
    expect(graph.sent).toEqual([]);
    await expect(sequences.create({ name: 'a', content })).rejects.toThrow('the answer has no sequence_id');
  });
});
