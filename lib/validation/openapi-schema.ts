import type { Type } from '@nestjs/common';
import type { SchemaFragment } from './rule.decorator';
import type { CompiledProperty } from './compiled-dto';
import { compiledDto } from './compiled-dto';

/** What @nestjs/swagger wants to know of a property. */
export type OpenApiProperty = SchemaFragment & { readonly required: boolean };

const SIMPLE: readonly unknown[] = [String, Number, Boolean];

/** Describes a DTO class from its rules, in the form in which the Swagger compiler plugin would. */
export function openApiProperties(dto: Type<object>): Record<string, OpenApiProperty> {
  const described: Record<string, OpenApiProperty> = {};
  for (const property of compiledDto(dto)) {
    if ('absent' in property.schema) continue;
    described[property.name] = { required: !property.optional, ...typeOf(dto, property), ...property.schema };
  }
  return described;
}

function typeOf(dto: Type<object>, { name, nested, schema }: CompiledProperty): SchemaFragment {
  if (nested) return { type: () => (nested.list ? [nested.type] : nested.type) };
  if ('type' in schema || 'oneOf' in schema) return {};
  const design: unknown = Reflect.getMetadata('design:type', dto.prototype as object, name);
  return SIMPLE.includes(design) ? { type: () => design } : { type: 'object', additionalProperties: true };
}
