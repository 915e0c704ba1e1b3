import { needing } from './route-guards';
import type { Route } from './route.interface';
import {
  attachCreditLine,
  getAllocation,
  listAllocations,
  listCreditLines,
  revokeAllocation,
  shareCreditLine,
} from './routes/credit-lines';
import {
  addPreverifiedNumber,
  deletePreverifiedNumber,
  getPreverifiedNumber,
  listPartners,
  listPreverifiedNumbers,
  requestPreverifiedCode,
  sharePreverifiedNumber,
  unsharePreverifiedNumber,
  verifyPreverifiedCode,
} from './routes/preverified-numbers';
import {
  acceptSolution,
  createSolution,
  getSolution,
  getSolutionToken,
  listSolutions,
  rejectSolution,
} from './routes/solutions';
import { acceptDeactivation, rejectDeactivation, requestDeactivation } from './routes/solution-deactivation';

const SHARING = 'share_preverified_numbers';

/** The endpoints of solution partners: numbers verified in advance, credit lines, solutions. */
export const PARTNER_ROUTES: readonly Route[] = needing('business_management', [
  { method: 'POST', node: 'business', path: 'add_phone_numbers', handle: addPreverifiedNumber },
  { method: 'GET', node: 'business', path: 'preverified_numbers', handle: listPreverifiedNumbers },
  { method: 'POST', node: 'business', path: SHARING, handle: sharePreverifiedNumber },
  { method: 'DELETE', node: 'business', path: SHARING, handle: unsharePreverifiedNumber },
  { method: 'GET', node: 'preverified_number', path: '', handle: getPreverifiedNumber },
  { method: 'DELETE', node: 'preverified_number', path: '', handle: deletePreverifiedNumber },
  { method: 'GET', node: 'preverified_number', path: 'partners', handle: listPartners },
  { method: 'POST', node: 'preverified_number', path: 'request_code', handle: requestPreverifiedCode },
  { method: 'POST', node: 'preverified_number', path: 'verify_code', handle: verifyPreverifiedCode },
  { method: 'GET', node: 'business', path: 'extendedcredits', handle: listCreditLines },
  {
    method: 'POST',
    node: 'credit_line',
    path: 'whatsapp_credit_sharing_and_attach',
    handle: attachCreditLine,
  },
  { method: 'POST', node: 'credit_line', path: 'whatsapp_credit_sharing', handle: shareCreditLine },
  { method: 'POST', node: 'credit_line', path: 'whatsapp_credit_attach', handle: attachCreditLine },
  { method: 'GET', node: 'credit_line', path: 'owning_credit_allocation_configs', handle: listAllocations },
  { method: 'GET', node: 'credit_allocation', path: '', handle: getAllocation },
  { method: 'DELETE', node: 'credit_allocation', path: '', handle: revokeAllocation },
  { method: 'POST', node: 'app', path: 'whatsapp_business_solution', handle: createSolution },
  { method: 'GET', node: 'app', path: 'whatsapp_business_solutions', handle: listSolutions },
  { method: 'GET', node: 'waba', path: 'solutions', handle: listSolutions },
  { method: 'GET', node: 'solution', path: '', handle: getSolution },
  { method: 'GET', node: 'solution', path: 'access_token', handle: getSolutionToken },
  { method: 'POST', node: 'solution', path: 'accept', handle: acceptSolution },
  { method: 'POST', node: 'solution', path: 'reject', handle: rejectSolution },
  { method: 'POST', node: 'solution', path: 'send_deactivation_request', handle: requestDeactivation },
  { method: 'POST', node: 'solution', path: 'accept_deactivation_request', handle: acceptDeactivation },
  { method: 'POST', node: 'solution', path: 'reject_deactivation_request', handle: rejectDeactivation },
]);
