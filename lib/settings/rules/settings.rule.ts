import type { PayloadIssue } from '../../errors/payload-validation.error';
import { IssueList } from '../../validation/issue-list';
import { membersOf } from '../../validation/shape';
import { ANY_TEXT } from '../../validation/limits';
import type { RuleContext } from '../../validation/rule.decorator';
import { callingIssues } from './calling.rule';

/** Minutes for which content may be kept. */
const RETENTION = { min: 1, max: Number.MAX_SAFE_INTEGER } as const;

/** The one value that Meta documents. */
const DOCUMENTED_RETENTION = 60;

/** What is wrong with a change of settings, with paths in Meta's names. */
export function settingsIssues(change: unknown, context: RuleContext): readonly PayloadIssue[] {
  const list = new IssueList();
  const settings = membersOf(change);
  const features = Object.entries(settings).filter(([, value]) => value !== undefined);
  if (features.length === 0) list.add('settings', 'must hold at least one feature, e.g. calling');
  for (const [feature, value] of features) featureIssues(feature, value, list, context);
  return list.issues;
}

function featureIssues(feature: string, value: unknown, list: IssueList, context: RuleContext): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return list.add(feature, 'must be an object');
  switch (feature) {
    case 'calling':
      return callingIssues(feature, value, list, context);
    case 'storage_configuration':
      return storageIssues(feature, value, list, context);
    case 'user_identity_change': {
      const on = membersOf(value)['enable_identity_key_check'];
      if (typeof on !== 'boolean') list.add(`${feature}.enable_identity_key_check`, 'must be true or false');
      return;
    }
    case 'payload_encryption': {
      const { status, client_encryption_key: key } = membersOf(value);
      list.oneOf(`${feature}.status`, status, ['ENABLED', 'DISABLED']);
      if (status === 'ENABLED') list.text(`${feature}.client_encryption_key`, key, ANY_TEXT);
      return;
    }
  }
}

function storageIssues(path: string, value: unknown, list: IssueList, context: RuleContext): void {
  const { status, data_localization_region: region, retention_minutes: minutes } = membersOf(value);
  list.oneOf(`${path}.status`, status, ['DEFAULT', 'IN_COUNTRY_STORAGE_ENABLED', 'NO_STORAGE_ENABLED']);
  if (status === 'IN_COUNTRY_STORAGE_ENABLED' && !(typeof region === 'string' && /^[A-Z]{2}$/.test(region)))
    list.add(`${path}.data_localization_region`, 'must be a country code such as DE or IN');
  if (status !== 'NO_STORAGE_ENABLED') return;
  list.integer(`${path}.retention_minutes`, minutes, RETENTION);
  if (minutes !== DOCUMENTED_RETENTION)
    context.warn(
      `${path}.retention_minutes is not ${DOCUMENTED_RETENTION}, the one value that Meta documents`,
    );
}
