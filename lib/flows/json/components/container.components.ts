import { fixedComponent } from '../model/component';
import type { Rule } from '../model/rule';
import { anyOf, anything, map, name, required, text } from '../model/rules';

const components = (min?: number): Rule => ({
  shape: min === undefined ? { kind: 'components' } : { kind: 'components', min },
});

/** Holds inputs; optional from 4.0. */
export const form = fixedComponent('Form', {
  since: '2.1',
  inBranches: false,
  props: {
    name: required(name()),
    children: required(components()),
    /** Values of the inputs by name. */
    'init-values': map(anything()),
    /** Error texts of the inputs by name; of a range, one for each end; of a picker, one for each file. */
    'error-messages': map(anyOf(text(), map(text()))),
  },
});

export const ifComponent = fixedComponent('If', {
  since: '4.0',
  props: {
    condition: required<Rule>({ shape: { kind: 'condition' } }),
    then: required(components(1)),
    else: components(),
  },
});

export const switchComponent = fixedComponent('Switch', {
  since: '4.0',
  props: { value: required(text()), cases: required<Rule>({ shape: { kind: 'cases' } }) },
});
