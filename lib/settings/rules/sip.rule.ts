import type { IssueList } from '../../validation/issue-list';
import { membersOf } from '../../validation/shape';
import type { RuleContext } from '../../validation/rule.decorator';

/** Servers that the list may hold; one of them may be of this app. */
const SERVERS = { min: 0, max: 3 } as const;
const PORT = { min: 1, max: 65_535 } as const;
/** Longest key and value of the parameters, characters. */
const PARAMETER = { min: 0, max: 128 } as const;

const HOSTNAME =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** What is wrong with SIP settings. */
export function sipIssues(path: string, value: unknown, list: IssueList, context: RuleContext): void {
  const { status, servers } = membersOf(value);
  if (status != null) list.oneOf(`${path}.status`, status, ['ENABLED', 'DISABLED']);
  if (servers == null) return;
  if (!list.list(`${path}.servers`, servers, SERVERS)) return;
  if (servers.length === 0 && status === 'ENABLED')
    list.add(`${path}.servers`, 'must not be empty while status is ENABLED');
  if (servers.length > 1) context.warn(`${path} has several servers: Meta keeps one for each app`);
  servers.forEach((server, index) => serverIssues(`${path}.servers[${index}]`, server, list));
}

function serverIssues(path: string, value: unknown, list: IssueList): void {
  const { hostname, port, request_uri_user_params: parameters } = membersOf(value);
  if (typeof hostname !== 'string' || !HOSTNAME.test(hostname))
    list.add(`${path}.hostname`, 'must be a host name without scheme, port and path');
  if (port != null) list.integer(`${path}.port`, port, PORT);
  if (parameters == null) return;
  const at = `${path}.request_uri_user_params`;
  if (membersOf(parameters) !== parameters) return list.add(at, 'must be an object of texts');
  Object.entries(parameters).forEach(([key, text], index) => {
    list.text(`${at} (key ${index + 1})`, key, { ...PARAMETER, min: 1 });
    list.text(`${at} (value ${index + 1})`, text, PARAMETER);
  });
}
