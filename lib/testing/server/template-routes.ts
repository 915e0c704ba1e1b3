import { needing, noted } from './route-guards';
import type { Route } from './route.interface';
import {
  archiveTemplates,
  deleteTemplates,
  editTemplate,
  unarchiveTemplates,
  unpauseTemplate,
} from './routes/template-change';
import { classifySample } from './routes/message-samples';
import { compareTemplates } from './routes/template-comparison';
import { createTemplate, upsertTemplates } from './routes/template-create';
import {
  createTemplateGroup,
  getTemplateGroup,
  listTemplateGroups,
  updateTemplateGroup,
} from './routes/template-groups';
import { browseLibrary, getTemplate, listTemplates } from './routes/template-list';
import { migrateTemplates } from './routes/template-migration';
import { previewTemplates } from './routes/template-previews';

const EDGE = 'message_templates';

/** The endpoints of templates and of groups of them. */
export const TEMPLATE_ROUTES: readonly Route[] = needing('whatsapp_business_management', [
  { method: 'GET', node: 'waba', path: EDGE, handle: listTemplates },
  { method: 'POST', node: 'waba', path: EDGE, handle: noted('TEMPLATE_CREATED', createTemplate) },
  { method: 'DELETE', node: 'waba', path: EDGE, handle: noted('TEMPLATE_DELETED', deleteTemplates) },
  {
    method: 'POST',
    node: 'waba',
    path: 'upsert_message_templates',
    handle: noted('TEMPLATE_CREATED', upsertTemplates),
  },
  {
    method: 'POST',
    node: 'waba',
    path: 'migrate_message_templates',
    handle: noted('TEMPLATE_CREATED', migrateTemplates),
  },
  { method: 'POST', node: 'waba', path: `${EDGE}/archive`, handle: archiveTemplates },
  { method: 'POST', node: 'waba', path: `${EDGE}/unarchive`, handle: unarchiveTemplates },
  { method: 'GET', node: 'waba', path: 'message_template_previews', handle: previewTemplates },
  { method: 'POST', node: 'waba', path: 'message_samples', handle: classifySample },
  { method: 'GET', node: 'waba', path: 'message_template_library', handle: browseLibrary },
  { method: 'GET', path: '/message_template_library', handle: browseLibrary },
  { method: 'GET', node: 'template', path: '', handle: getTemplate },
  { method: 'POST', node: 'template', path: '', handle: noted('TEMPLATE_UPDATED', editTemplate) },
  { method: 'POST', node: 'template', path: 'unpause', handle: unpauseTemplate },
  { method: 'GET', node: 'template', path: 'compare', handle: compareTemplates },
  { method: 'GET', node: 'waba', path: 'template_groups', handle: listTemplateGroups },
  { method: 'POST', node: 'waba', path: 'template_groups', handle: createTemplateGroup },
  { method: 'GET', node: 'template_group', path: '', handle: getTemplateGroup },
  { method: 'POST', node: 'template_group', path: '', handle: updateTemplateGroup },
]);
