import * as api from 'nestjs-whatsapp-cloud';
import { comparable, coveragePage, coverageRows } from '../../support/coverage-table';

const rows = coverageRows();

/** The methods of a service, its base classes included. */
function methodsOf(service: string): Set<string> {
  const type = (api as Record<string, unknown>)[service];
  const names = new Set<string>();
  if (typeof type !== 'function') return names;
  for (
    let prototype = type.prototype as object | null;
    prototype !== null && prototype !== Object.prototype;
    prototype = Object.getPrototypeOf(prototype) as object | null
  )
    Object.getOwnPropertyNames(prototype).forEach((name) => names.add(name));
  return names;
}

describe('docs/coverage/endpoints.md', () => {
  it('names methods and classes that exist', () => {
    const wrong = rows
      .flatMap(({ ours }) => ours)
      .filter((name) => {
        const [service = '', method = ''] = name.split('.');
        return !methodsOf(service).has(method);
      });
    expect(wrong).toEqual([]);
  });

  it('gives a reason where there is no method', () => {
    const silent = rows.filter(({ ours, notes }) => ours.length === 0 && notes.length < 8);
    expect(silent).toEqual([]);
  });

  it('has whole rows, each endpoint once', () => {
    const endpoints = rows.map(({ endpoint }) => endpoint);
    expect(endpoints.filter((endpoint) => !/^(?:GET|POST|DELETE) \S+/.test(endpoint))).toEqual([]);
    expect(endpoints.filter((endpoint, index) => endpoints.indexOf(endpoint) !== index)).toEqual([]);
    // A row that is broken would fall out of the table.
    const lines = coveragePage()
      .split('\n')
      .filter((line) => line.startsWith('|') && !/^\|\s*(?:Endpoint|-)/.test(line));
    expect(lines).toHaveLength(rows.length);
  });

  it('counts right', () => {
    const covered = rows.filter(({ ours }) => ours.length > 0).length;
    expect(coveragePage()).toContain(`${covered} of ${rows.length} endpoints are covered.`);
  });

  it('names every service that calls Meta', () => {
    const named = new Set(rows.flatMap(({ ours }) => ours.map((name) => name.split('.')[0])));
    // Its calls are those of `BusinessEncryptionService`.
    const builtOnOthers = ['FlowKeysService'];
    const services = Object.keys(api).filter(
      (name) => name.endsWith('Service') && !builtOnOthers.includes(name),
    );
    expect(services.length).toBeGreaterThan(25);
    expect(services.filter((name) => !named.has(name))).toEqual([]);
  });

  it('compares endpoints whatever their placeholders are called', () => {
    expect(comparable('GET /{waba}/payment_configuration/{name}')).toBe('GET /{}/payment_configuration/{}');
    expect(comparable('POST api.facebook.com/{waba}/message_templates/archive')).toBe(
      'POST /{}/message_templates/archive',
    );
    expect(['GET /{media_id}', 'GET /{media}', 'GET /{tpl}'].map(comparable)).toEqual([
      'GET /{media}',
      'GET /{media}',
      'GET /{tpl}',
    ]);
  });
});
