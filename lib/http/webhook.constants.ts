/** Metadata on the generated controller's methods, and Fastify route configuration: the id of the registration. */
export const WEBHOOK_ROUTE = 'whatsapp:webhook-route';

/** Where platform-fastify looks for a route's configuration; what its decorator `RouteConfig` sets. */
export const FASTIFY_ROUTE_CONFIG = '__fastify_route_config__';

/** Where @nestjs/swagger looks for controllers to leave out; what its decorator `ApiExcludeController` sets. */
export const SWAGGER_EXCLUDE_CONTROLLER = 'swagger/apiExcludeController';

/** Where Nest keeps the guards, interceptors, pipes and filters of a class or method. */
export const ENHANCER_METADATA = [
  '__guards__',
  '__interceptors__',
  '__pipes__',
  '__exceptionFilters__',
] as const;
