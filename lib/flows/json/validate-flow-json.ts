import type { FlowJsonIssue } from './flow-json-issue.interface';
import type { JsonObject } from './model/json';
import { readFlowJson } from './read-flow-json';
import { checkActions } from './validation/action.check';
import { checkComponents } from './validation/component.check';
import { checkDataModels } from './validation/data-model.check';
import { indexFlow } from './validation/flow-index';
import { FlowReport } from './validation/flow-report';
import { checkFormValues } from './validation/form.check';
import { checkPlacement } from './validation/placement.check';
import { ReferenceResolver } from './validation/reference-resolver';
import { checkRouting } from './validation/routing.check';
import { checkScreenProperties } from './validation/screen.check';
import { checkTopLevel } from './validation/top-level.check';
import { ValueChecker } from './validation/value-checker';

/**
 * Tells what Meta would refuse in a flow (`error`) and what it would accept but perhaps not as meant (`warning`). Unknown
 * properties and versions that are newer than this package are warnings.
 * @param value the flow, or its JSON text
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowjson
 * @publicApi
 */
export function validateFlowJson(value: unknown): FlowJsonIssue[] {
  const { json, problem } = readFlowJson(value);
  return problem ? [problem] : issuesOf(json);
}

/** Checks a flow that was read before. */
export function issuesOf(json: JsonObject): FlowJsonIssue[] {
  const report = new FlowReport(json['version']);
  const flow = indexFlow(json);
  const references = new ReferenceResolver(flow, report);
  checkTopLevel(flow, report);
  checkScreenProperties(flow, report, references);
  checkDataModels(flow, report);
  checkComponents(flow, report, new ValueChecker(report, references));
  checkPlacement(flow, report);
  checkFormValues(flow, report);
  checkActions(flow, report, references);
  checkRouting(flow, report);
  return report.issues;
}
