import { MigrationService } from '../../../lib/migration/migration.service';
import { issuesOf, ScriptedGraph } from '../../support/scripted-graph';

describe('MigrationService', () => {
  it('declares a move and tells how far it has come', async () => {
    const graph = new ScriptedGraph();
    const migration = new MigrationService(graph.client, graph.validator);
    graph.answer = () => ({ id: '5', status: 'INITIATED' });
    await expect(migration.start({ solutionId: '8', appId: '111' })).resolves.toEqual({ id: '5' });
    expect(graph.last).toEqual({
      method: 'POST',
      path: '200/set_solution_migration_intent',
      body: { solution_id: '8', app_id: '111' },
    });
    await expect(migration.get('5')).resolves.toEqual({ id: '5', status: 'INITIATED' });
    expect(graph.last).toEqual({ method: 'GET', path: '5', query: { fields: 'id,status' } });
    expect(await issuesOf(migration.start({ solutionId: '' }))).toEqual(['solutionId: must not be empty']);
    graph.answer = () => ({});
    await expect(migration.start({ solutionId: '8' })).rejects.toThrow('the answer has no id');
  });
});
