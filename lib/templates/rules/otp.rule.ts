import type { IssueList } from '../../validation/issue-list';
import type { Members } from '../../validation/shape';
import { membersOf } from '../../validation/shape';
import { lengthProblem } from '../../validation/rules/code-point-length.decorator';
import { CREATION_LIMITS } from '../template-limits';
import type { TemplateScope } from './scope';
import { capitals } from './scope';

/** How a code reaches its app. */
export const OTP_TYPES = ['COPY_CODE', 'ONE_TAP', 'ZERO_TAP'];
const PACKAGE_NAME = /^[A-Za-z]\w*(?:\.[A-Za-z]\w*)+$/;
const SIGNATURE_HASH = /^[A-Za-z0-9+/=]{11}$/;

/** The button of an authentication template. */
export function checkOtp(path: string, button: Members, scope: TemplateScope): void {
  const { list, context } = scope;
  const type = capitals(button['otp_type']);
  if (!OTP_TYPES.includes(type)) list.add(`${path}.otp_type`, `must be one of ${OTP_TYPES.join(', ')}`);
  for (const label of ['text', 'autofill_text'])
    if (button[label] != null) list.text(`${path}.${label}`, button[label], CREATION_LIMITS.buttonText);
  checkOtpApps(path, button, type, list);
  if (button['supported_apps'] == null && button['package_name'] != null)
    context.warn(
      'has package_name in the button itself, which Meta takes up to Graph API v20; use supported_apps',
    );
}

/** Apps and terms of the code button; library templates have them too. */
export function checkOtpApps(path: string, button: Members, type: string, list: IssueList): void {
  const { supported_apps: apps, zero_tap_terms_accepted: accepted } = button;
  if (type === 'ZERO_TAP' && accepted !== true)
    list.add(`${path}.zero_tap_terms_accepted`, 'must be true: zero-tap needs the acceptance of its terms');
  if (type === 'COPY_CODE') {
    if (apps != null) list.add(`${path}.supported_apps`, 'must be left out for COPY_CODE');
    return;
  }
  if (!OTP_TYPES.includes(type) || (apps == null && button['package_name'] != null)) return;
  if (!list.list(`${path}.supported_apps`, apps, CREATION_LIMITS.supportedApps)) return;
  apps.forEach((app, index) => {
    const { package_name: name, signature_hash: hash } = membersOf(app);
    const at = `${path}.supported_apps[${index}]`;
    list.add(`${at}.package_name`, packageProblem(name));
    if (!(typeof hash === 'string' && SIGNATURE_HASH.test(hash)))
      list.add(`${at}.signature_hash`, 'must be the 11 characters of the app signing key hash');
  });
}

function packageProblem(name: unknown): string | undefined {
  const length = lengthProblem(name, CREATION_LIMITS.packageName);
  if (length !== undefined || PACKAGE_NAME.test(name as string)) return length;
  return 'must be a package name such as com.example.app';
}
