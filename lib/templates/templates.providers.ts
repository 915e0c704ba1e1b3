import type { Provider } from '@nestjs/common';
import { TemplateDefinitions } from '../config/template-definitions.interface';
import { TemplateCalls } from './template-calls';
import { TemplateDefinitionCache } from './template-definition.cache';
import { TemplatesService } from './templates.service';

/**
 * What this capability registers. It needs `GraphClient`, `GraphPages`, `PayloadValidator`, `AccountDirectory`, the
 * options and `Clock`.
 */
export const templatesProviders: readonly Provider[] = [
  TemplateDefinitionCache,
  { provide: TemplateDefinitions, useExisting: TemplateDefinitionCache },
  TemplateCalls,
  TemplatesService,
];
