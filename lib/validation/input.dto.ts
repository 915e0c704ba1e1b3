import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import type { OpenApiProperty } from './openapi-schema';
import { openApiProperties } from './openapi-schema';

/**
 * Base of the input classes. Their rules hold in a `ValidationPipe` too, and @nestjs/swagger, where an application has
 * it, describes them without further decorators.
 */
export abstract class InputDto {
  /**
   * The method that @nestjs/swagger's compiler plugin adds to classes.
   * @internal
   */
  static _OPENAPI_METADATA_FACTORY(this: Type<object>): Record<string, OpenApiProperty> {
    return openApiProperties(this);
  }
}
