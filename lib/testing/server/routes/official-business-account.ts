import { selectFields } from '../fields';
import { GraphRefusal } from '../graph-refusal';
import type { RouteHandler } from '../route.interface';
import { requiredText } from '../required';

/** `GET /{phone}/official_business_account`. */
export const getOfficialAccount: RouteHandler = ({ id, query }, { state }) => {
  const node = {
    id,
    oba_status: state.numberRecords.of(id).officialAccountStatus,
    status_message: undefined,
  };
  return {
    body: selectFields(node, query.get('fields'), {
      type: 'OfficialBusinessAccount',
      defaults: 'oba_status',
    }),
  };
};

/** `POST /{phone}/official_business_account`: an application, which waits for the test to decide it. */
export const applyForOfficialAccount: RouteHandler = async (request, { state }) => {
  const params = await request.params();
  requiredText(params, 'business_website_url');
  requiredText(params, 'primary_country_of_operation');
  const record = state.numberRecords.of(request.id);
  if (!['NOT_STARTED', 'REJECTED'].includes(record.officialAccountStatus))
    throw new GraphRefusal(100, { details: 'There is an application already.' });
  record.officialAccountStatus = 'PENDING';
  return { body: { success: true } };
};
