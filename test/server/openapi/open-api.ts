import type { JsonSchema } from '../../../src/schemas/index.js';

/** What tests read of an OpenAPI document. */
export interface OpenApi {
  openapi: string;
  info: object;
  servers: object[];
  security: object[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, JsonSchema>;
    responses: Record<string, Answer>;
    securitySchemes: object;
  };
}

export interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  security?: object[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, Answer>;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: JsonSchema;
}

export interface Media {
  schema: JsonSchema;
  example?: unknown;
}

export interface Answer {
  $ref?: string;
  content?: Record<string, Media>;
}
