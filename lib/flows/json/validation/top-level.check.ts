import { isObject, memberPath } from '../model/json';
import { FLOW_LIMITS } from '../model/limits';
import {
  compareVersions,
  DATA_API_VERSIONS,
  FLOW_JSON_VERSIONS,
  LATEST_FLOW_JSON_VERSION,
  VERSION_PATTERN,
} from '../model/versions';
import type { FlowIndex } from './flow-index';
import type { FlowReport } from './flow-report';

/** `meta` is Meta's own. */
const KNOWN = ['version', 'screens', 'data_api_version', 'routing_model', 'data_channel_uri', 'meta'];

/** Checks the properties of the flow itself. */
export function checkTopLevel({ json, endpoint }: FlowIndex, report: FlowReport): void {
  checkVersion(json['version'], report);
  checkScreens(json['screens'], report);
  if (endpoint) checkDataApiVersion(json['data_api_version'], report);
  checkRoutingModelShape(json['routing_model'], endpoint, report);
  checkUri(json['data_channel_uri'], endpoint, report);
  for (const key of Object.keys(json)) {
    if (!KNOWN.includes(key))
      report.warn('INVALID_PROPERTY_KEY', key, `"${key}" is not known here; Meta may refuse it.`);
  }
}

function checkVersion(version: unknown, report: FlowReport): void {
  if (version === undefined) {
    return report.error(
      'MISSING_FLOW_JSON_VERSION',
      'version',
      'The version of Flow JSON is missing, e.g. "7.3".',
    );
  }
  if (typeof version !== 'string' || !VERSION_PATTERN.test(version)) {
    return report.error(
      'INVALID_FLOW_JSON_VERSION',
      'version',
      'The version is text with two numbers, e.g. "7.3".',
    );
  }
  if (report.ahead) {
    const message = `Version ${version} is newer than ${LATEST_FLOW_JSON_VERSION}, the last one known here; it is checked as that one.`;
    return report.warn('UNSUPPORTED_FLOW_JSON_VERSION', 'version', message);
  }
  const state = Object.entries(FLOW_JSON_VERSIONS).find(([known]) => known === version)?.[1];
  if (!state) {
    const known = Object.keys(FLOW_JSON_VERSIONS).join(', ');
    report.error(
      'INVALID_FLOW_JSON_VERSION',
      'version',
      `There is no version ${version}; there are: ${known}.`,
    );
  } else if (state === 'frozen') {
    const message = `Version ${version} can still be sent, but no longer be published.`;
    report.warn('UNSUPPORTED_FLOW_JSON_VERSION', 'version', message);
  }
}

function checkScreens(screens: unknown, report: FlowReport): void {
  if (screens === undefined)
    return report.error('MISSING_REQUIRED_PROPERTY', 'screens', 'The screens are missing.');
  if (!Array.isArray(screens)) {
    return report.error('INVALID_PROPERTY_TYPE', 'screens', 'The screens must be a list.');
  }
  if (screens.length === 0) report.error('MIN_ITEMS_REQUIRED', 'screens', 'At least one screen is needed.');
  if (screens.length > FLOW_LIMITS.screens) {
    const message = `A flow can have ${FLOW_LIMITS.screens} screens; there are ${screens.length}.`;
    report.error('MAX_SCREENS_NUMBER', 'screens', message);
  }
  screens.forEach((screen, i) => {
    if (!isObject(screen))
      report.error('INVALID_PROPERTY_TYPE', `screens[${i}]`, 'A screen must be an object.');
  });
}

function checkDataApiVersion(version: unknown, report: FlowReport): void {
  const path = 'data_api_version';
  if (typeof version !== 'string' || !VERSION_PATTERN.test(version)) {
    return report.error('INVALID_PROPERTY_TYPE', path, 'The version is text with two numbers, e.g. "4.0".');
  }
  const known = Object.entries(DATA_API_VERSIONS);
  const since = known.find(([name]) => name === version)?.[1];
  if (since === undefined) {
    const newest = known.at(-1)?.[0] ?? '';
    const names = known.map(([name]) => name).join(' and ');
    if (compareVersions(version, newest) > 0) {
      report.warn(
        'NO_SUPPORTED_DATA_API_VERSION',
        path,
        `Version ${version} is not known here; there are ${names}.`,
      );
    } else {
      report.error(
        'NO_SUPPORTED_DATA_API_VERSION',
        path,
        `There is no version ${version}; there are ${names}.`,
      );
    }
  } else if (!report.from(since)) {
    const message = `Data API ${version} goes with Flow JSON ${since} or later.`;
    report.warn('NO_SUPPORTED_DATA_API_VERSION', path, message);
  }
}

function checkRoutingModelShape(model: unknown, endpoint: boolean, report: FlowReport): void {
  const path = 'routing_model';
  if (model === undefined) {
    if (!endpoint) return;
    const message = 'A flow with data_api_version needs a routing_model; {} will do for one screen.';
    return report.error('MISSING_REQUIRED_PROPERTY', path, message);
  }
  if (!isObject(model))
    return report.error('INVALID_PROPERTY_TYPE', path, 'The routing_model must be an object.');
  for (const [id, next] of Object.entries(model)) {
    if (!Array.isArray(next) || next.some((target) => typeof target !== 'string')) {
      report.error(
        'INVALID_PROPERTY_TYPE',
        memberPath(path, id),
        'The screens that may follow must be a list of ids.',
      );
    }
  }
}

function checkUri(uri: unknown, endpoint: boolean, report: FlowReport): void {
  const path = 'data_channel_uri';
  if (report.from('3.0')) {
    if (uri === undefined) return;
    const message =
      'From version 3.0 on the endpoint is set through the API (endpoint_uri), not in the Flow JSON.';
    return report.error('INVALID_PROPERTY_KEY', path, message);
  }
  if (uri === undefined) {
    if (endpoint)
      report.warn('MISSING_REQUIRED_PROPERTY', path, 'Before 3.0 the URL of the endpoint stands here.');
  } else if (typeof uri !== 'string' || !URL.canParse(uri)) {
    report.error('INVALID_PROPERTY_VALUE_FORMAT', path, 'This must be a URL.');
  }
}
