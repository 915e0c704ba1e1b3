import { AnalyticsArguments } from '../../analytics/analytics-arguments';
import type { JsonObject } from '../../model/json';
import { pageOf } from '../graph-page';
import { plainText, requireThat } from '../required';
import type { RouteHandler } from '../route.interface';

/** Languages that are shown when none is asked for. */
const LANGUAGES = ['en_US', 'es_ES', 'pt_BR'];

/** `GET /{waba}/message_template_previews`: of authentication templates. The emulator translates nothing. */
export const previewTemplates: RouteHandler = (request, { state }) => {
  const { query } = request;
  const args = new AnalyticsArguments((name) => query.get(name) ?? undefined);
  requireThat(query.get('category')?.toUpperCase() === 'AUTHENTICATION', 'category must be AUTHENTICATION');
  const languages = args.list('languages');
  const minutes = plainText(query.get('code_expiration_minutes'));
  requireThat(
    minutes === undefined || (Number(minutes) >= 1 && Number(minutes) <= 90),
    'code_expiration_minutes must be 1 to 90',
  );
  const advice =
    query.get('add_security_recommendation') === 'true' ? ' For your security, do not share this code.' : '';
  const hasButton = args.list('button_types').includes('OTP');
  const nodes = (languages.length > 0 ? languages : LANGUAGES).map((language): JsonObject => ({
    language,
    body: `*{{1}}* is your verification code.${advice}`,
    ...(minutes !== undefined && { footer: `This code expires in ${minutes} minutes.` }),
    ...(hasButton && { buttons: [{ text: 'Copy code', autofill_text: 'Autofill' }] }),
  }));
  return { body: pageOf(nodes, request, 'message_template_previews', state) };
};
