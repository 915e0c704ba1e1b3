import { needing, noted } from './route-guards';
import type { Route } from './route.interface';
import { blockUsers, listBlocked, unblockUsers } from './routes/block-users';
import { getPublicKey, setPublicKey } from './routes/business-encryption';
import { getProfile, getProfileNode, updateProfile } from './routes/business-profile';
import { getComplianceInfo, setComplianceInfo } from './routes/compliance-info';
import {
  getCommerceSettings,
  linkCatalog,
  listCatalogs,
  unlinkCatalog,
  updateCommerceSettings,
} from './routes/commerce';
import { getAutomation, updateAutomation } from './routes/conversational-automation';
import { applyForOfficialAccount, getOfficialAccount } from './routes/official-business-account';
import { createNumber, listNumbers } from './routes/phone-number-list';
import { getNumber, updateNumber } from './routes/phone-number-node';
import { deleteQrCode, getQrCode, listQrCodes, writeQrCode } from './routes/qr-codes';
import { deregisterNumber, registerNumber, requestCode, verifyCode } from './routes/registration';
import { requestAppData } from './routes/smb-app-data';
import { deleteUsername, getUsername, setUsername, suggestUsernames } from './routes/username';

const MANAGEMENT: readonly Route[] = [
  { method: 'GET', node: 'number', path: '', handle: getNumber },
  { method: 'POST', node: 'number', path: '', handle: updateNumber },
  { method: 'POST', node: 'number', path: 'request_code', handle: requestCode },
  { method: 'POST', node: 'number', path: 'verify_code', handle: noted('PHONE_NUMBER_VERIFIED', verifyCode) },
  { method: 'POST', node: 'number', path: 'register', handle: registerNumber },
  { method: 'POST', node: 'number', path: 'deregister', handle: deregisterNumber },
  { method: 'GET', node: 'waba', path: 'phone_numbers', handle: listNumbers },
  { method: 'POST', node: 'waba', path: 'phone_numbers', handle: noted('PHONE_NUMBER_ADDED', createNumber) },
  { method: 'GET', node: 'waba', path: 'product_catalogs', handle: listCatalogs },
  { method: 'POST', node: 'waba', path: 'product_catalogs', handle: linkCatalog },
  { method: 'DELETE', node: 'waba', path: 'product_catalogs', handle: unlinkCatalog },
  { method: 'GET', node: 'number', path: 'message_qrdls', handle: listQrCodes },
  { method: 'POST', node: 'number', path: 'message_qrdls', handle: writeQrCode },
  { method: 'GET', node: 'number', path: 'message_qrdls/*', handle: getQrCode },
  { method: 'POST', node: 'number', path: 'message_qrdls/*', handle: writeQrCode },
  { method: 'DELETE', node: 'number', path: 'message_qrdls/*', handle: deleteQrCode },
  { method: 'GET', node: 'number', path: 'username', handle: getUsername },
  { method: 'POST', node: 'number', path: 'username', handle: setUsername },
  { method: 'DELETE', node: 'number', path: 'username', handle: deleteUsername },
  { method: 'GET', node: 'number', path: 'username_suggestions', handle: suggestUsernames },
  { method: 'GET', node: 'number', path: 'official_business_account', handle: getOfficialAccount },
  { method: 'POST', node: 'number', path: 'official_business_account', handle: applyForOfficialAccount },
  { method: 'GET', node: 'number', path: 'business_compliance_info', handle: getComplianceInfo },
  { method: 'POST', node: 'number', path: 'business_compliance_info', handle: setComplianceInfo },
  { method: 'POST', node: 'number', path: 'smb_app_data', handle: requestAppData },
];

const MESSAGING: readonly Route[] = [
  { method: 'GET', node: 'number', path: 'whatsapp_business_profile', handle: getProfile },
  { method: 'POST', node: 'number', path: 'whatsapp_business_profile', handle: updateProfile },
  { method: 'GET', node: 'profile', path: '', handle: getProfileNode },
  { method: 'POST', node: 'profile', path: '', handle: updateProfile },
  { method: 'GET', node: 'number', path: 'conversational_automation', handle: getAutomation },
  { method: 'POST', node: 'number', path: 'conversational_automation', handle: updateAutomation },
  { method: 'GET', node: 'number', path: 'whatsapp_commerce_settings', handle: getCommerceSettings },
  { method: 'POST', node: 'number', path: 'whatsapp_commerce_settings', handle: updateCommerceSettings },
  { method: 'GET', node: 'number', path: 'block_users', handle: listBlocked },
  { method: 'POST', node: 'number', path: 'block_users', handle: blockUsers },
  { method: 'DELETE', node: 'number', path: 'block_users', handle: unblockUsers },
  { method: 'GET', node: 'number', path: 'whatsapp_business_encryption', handle: getPublicKey },
  { method: 'POST', node: 'number', path: 'whatsapp_business_encryption', handle: setPublicKey },
];

/** The endpoints of phone numbers: registration, profile, QR codes, block list and the like. */
export const NUMBER_ROUTES: readonly Route[] = [
  ...needing('whatsapp_business_management', MANAGEMENT),
  ...needing('whatsapp_business_messaging', MESSAGING),
];
