import { defineFlow } from '../../../../lib/flows/json/define-flow';
import { FlowJsonError } from '../../../../lib/flows/json/flow-json.error';
import { toFlowJsonIssues } from '../../../../lib/flows/json/meta-validation-errors';
import { memberPath } from '../../../../lib/flows/json/model/json';
import { compareVersions } from '../../../../lib/flows/json/model/versions';
import { smallFlow } from './flow-fixtures';

describe('defineFlow', () => {
  it('returns the flow itself, ready for JSON.stringify', () => {
    const flow = {
      version: '7.3',
      screens: [
        {
          id: 'ONLY',
          title: 'Only',
          terminal: true,
          layout: {
            type: 'SingleColumnLayout',
            children: [
              { type: 'Footer', label: 'Done', 'on-click-action': { name: 'complete', payload: { a: 1 } } },
            ],
          },
        },
      ],
    } as const;
    expect(defineFlow(flow)).toBe(flow);
  });

  it('refuses what the compiler cannot see', () => {
    const attempt = () =>
      defineFlow({
        version: '7.3',
        screens: [
          {
            id: 'ONLY_1',
            title: 'Only',
            layout: { type: 'SingleColumnLayout', children: [{ type: 'TextBody', text: '' }] },
          },
        ],
      });
    expect(attempt).toThrow(FlowJsonError);
    expect(attempt).toThrow(
      expect.objectContaining({
        issues: expect.arrayContaining([
          expect.objectContaining({ path: 'screens[0].id', code: 'PATTERN_MISMATCH' }),
          expect.objectContaining({ path: 'screens', code: 'MISSING_TERMINAL_SCREEN' }),
          expect.objectContaining({ path: 'screens[0].layout.children[0].text', code: 'MIN_CHARS_REQUIRED' }),
        ]) as unknown,
      }),
    );
  });

  it('lets warnings pass', () => {
    const flow = smallFlow('99.0') as unknown as Parameters<typeof defineFlow>[0];
    expect(defineFlow(flow)).toBe(flow);
  });
});

describe('FlowJsonError', () => {
  it('names the first five errors and counts the rest', () => {
    const issue = { path: 'a', message: 'No.', severity: 'error', code: 'X' } as const;
    const warning = { ...issue, message: 'Maybe.', severity: 'warning' } as const;
    const { message } = new FlowJsonError([warning, ...Array<typeof issue>(7).fill(issue)]);
    expect(message).toBe('The Flow JSON is not valid: a: No. a: No. a: No. a: No. a: No. (and 2 more)');
  });
});

describe('toFlowJsonIssues', () => {
  it('gives each place of an error of Meta its own issue', () => {
    const issues = toFlowJsonIssues([
      {
        error: 'INVALID_PROPERTY_VALUE',
        error_type: 'FLOW_JSON_ERROR',
        message: 'Invalid value.',
        line_start: 10,
        pointers: [{ path: 'screens[0].layout.children[0].type' }, { path: 'screens[1].id', line_start: 3 }],
      },
      { error: 'MISSING_TERMINAL_SCREEN' },
      { error: 'NEW_ERROR', message: 'New.', pointers: [{ line_start: 1 }] },
    ]);
    expect(issues).toEqual([
      {
        path: 'screens[0].layout.children[0].type',
        message: 'Invalid value.',
        severity: 'error',
        code: 'INVALID_PROPERTY_VALUE',
      },
      { path: 'screens[1].id', message: 'Invalid value.', severity: 'error', code: 'INVALID_PROPERTY_VALUE' },
      { path: '', message: 'MISSING_TERMINAL_SCREEN', severity: 'error', code: 'MISSING_TERMINAL_SCREEN' },
      { path: '', message: 'New.', severity: 'error', code: 'NEW_ERROR' },
    ]);
    expect(toFlowJsonIssues(undefined)).toEqual([]);
  });
});

describe('paths and versions', () => {
  it('writes keys that are no names in brackets', () => {
    expect(memberPath('', 'version')).toBe('version');
    expect(memberPath('a[0]', 'on-click-action')).toBe('a[0].on-click-action');
    expect(memberPath('a', 'order number')).toBe('a["order number"]');
    expect(memberPath('a', 'x"y')).toBe('a["x\\"y"]');
  });

  it('compares versions part by part', () => {
    expect(['7.3', '6.10', '6.9', '10.0', '6.0'].sort(compareVersions)).toEqual([
      '6.0',
      '6.9',
      '6.10',
      '7.3',
      '10.0',
    ]);
  });
});
