import { AccountDirectory } from '../../../lib/config/account-directory';
import type { AccountResolver } from '../../../lib/config/account.interface';
import type { WhatsAppModuleOptions } from '../../../lib/config/whatsapp-options.interface';
import { TemplateCalls } from '../../../lib/templates/template-calls';
import { TemplateDefinitionCache } from '../../../lib/templates/template-definition.cache';
import { TemplatesService } from '../../../lib/templates/templates.service';
import { ScriptedGraph } from '../../support/scripted-graph';

export interface Setup {
  readonly graph: ScriptedGraph;
  readonly definitions: TemplateDefinitionCache;
  readonly templates: TemplatesService;
}

/** The service over a recording Graph API, for an account with phone number id `100` and WABA id `200`. */
export function setup(
  options: Partial<WhatsAppModuleOptions> = {},
  resolve: AccountResolver['resolve'] = ({ phoneNumberId = '100', wabaId = '200' }) => ({
    accessToken: 't',
    phoneNumberId,
    wabaId,
  }),
): Setup {
  const graph = new ScriptedGraph();
  const directory = new AccountDirectory(options, { resolve }, graph.clock);
  const definitions = new TemplateDefinitionCache(graph.pages, directory, options, graph.clock);
  const calls = new TemplateCalls(graph.client, graph.pages, graph.validator);
  return { graph, definitions, templates: new TemplatesService(calls, definitions, options, graph.clock) };
}
