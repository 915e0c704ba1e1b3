import { DEFAULT_API_VERSION } from '../../../lib/config/whatsapp.constants';
import { validateFlowJson } from '../../../lib/flows/json/validate-flow-json';
import {
  compareVersions,
  DATA_API_VERSIONS,
  FLOW_JSON_VERSIONS,
  LATEST_FLOW_JSON_VERSION,
} from '../../../lib/flows/json/model/versions';
import { GraphUrls } from '../../../lib/graph/graph-url';
import { setup } from '../messages/support';

describe('versions', () => {
  it('S2 Version: compared by parts, not as numbers', () => {
    expect(['17.2', '17.10', '9.0'].sort(compareVersions)).toEqual(['9.0', '17.2', '17.10']);
  });

  it('S2 Version.GRAPH_API: pinned by default, and written into URLs as it is given', () => {
    expect(DEFAULT_API_VERSION).toMatch(/^v\d+\.\d+$/);
    expect(new GraphUrls({}).resolve('1').path).toBe(`/${DEFAULT_API_VERSION}/1`);
    expect(new GraphUrls({ apiVersion: 'v23.10' }).resolve('1').path).toBe('/v23.10/1');
  });

  it('S2 Version.FLOW_JSON: from the oldest to the newest, which is checked against', () => {
    const known = Object.keys(FLOW_JSON_VERSIONS);
    expect([known[0], known.at(-1)]).toEqual(['2.1', LATEST_FLOW_JSON_VERSION]);
    expect([...known].sort(compareVersions)).toEqual(known);
    const screen = {
      id: 'A',
      title: 'A',
      terminal: true,
      layout: {
        type: 'SingleColumnLayout',
        children: [{ type: 'Footer', label: 'Done', 'on-click-action': { name: 'complete', payload: {} } }],
      },
    } as const;
    expect(validateFlowJson({ version: LATEST_FLOW_JSON_VERSION, screens: [screen] })).toEqual([]);
  });

  it('S2 Version.FLOW_DATA_API: each with the Flow JSON that introduced it', () => {
    expect(Object.keys(DATA_API_VERSIONS)).toEqual(['3.0', '4.0']);
    for (const version of Object.values(DATA_API_VERSIONS))
      expect(FLOW_JSON_VERSIONS).toHaveProperty([version]);
  });

  it('S2 Version.FLOW_MSG: flow messages go out as version 3', async () => {
    const { messages, graph } = setup();
    await messages.sendFlow({ to: '+16505551234', body: 'Book', flowId: '1', cta: 'Book now' });
    expect(graph.bodies.at(-1)).toMatchObject({
      interactive: { action: { parameters: { flow_message_version: '3' } } },
    });
  });
});
