/** Limits of a flow as a whole. Those of components stand with the component. */
export const FLOW_LIMITS = {
  screens: 100,
  componentsPerScreen: 50,
  branchesPerScreen: 10,
  ifNesting: 3,
  /** Files that a `complete` action may carry. */
  completeFiles: 10,
  completeMegabytes: 100,
  fileBytes: 10 * 1024 * 1024,
} as const;
