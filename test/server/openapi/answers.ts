import { faultsOf } from '../../helpers/json-schema.js';
import type { OpenApi, Operation } from './open-api.js';

/** Holds every answer of a server against its document. */
export interface AnswerCheck {
  /** Takes a look at a copy; what it finds is in `faults`. */
  see(request: Request, response: Response): Promise<void>;
  faults: string[];
  /** `operationId status` of whatever was answered. */
  seen: Set<string>;
}

export function createAnswerCheck(document: OpenApi): AnswerCheck {
  const routes = Object.entries(document.paths).map(([path, item]) => ({
    pattern: new RegExp(`^${path.replace('{id}', '[^/]+')}$`),
    item,
  }));
  const check: AnswerCheck = {
    faults: [],
    seen: new Set(),
    async see({ url, method }, response) {
      const path = new URL(url).pathname;
      const item = routes.find(({ pattern }) => pattern.test(path))?.item;
      const operation = item?.[method.toLowerCase()];
      if (!operation) return void check.faults.push(`${method} ${path} is not in the document`);
      check.seen.add(`${operation.operationId} ${response.status}`);
      const where = `${operation.operationId} ${response.status}`;
      check.faults.push(...(await faultsIn(response, operation, where, document)));
    },
  };
  return check;
}

async function faultsIn(
  response: Response,
  { responses }: Operation,
  where: string,
  { components }: OpenApi,
): Promise<string[]> {
  const declared = responses[String(response.status)];
  if (!declared) return [`${where} is not declared`];
  const named = declared.$ref?.replace('#/components/responses/', '');
  const answer = named === undefined ? declared : components.responses[named];
  const type = response.headers.get('Content-Type')?.split(';')[0] ?? '';
  const media = answer?.content?.[type];
  if (!answer?.content) return response.body ? [`${where} has a body`] : [];
  if (!media) return [`${where} is of type ${type}`];
  if (type === 'text/event-stream') return [];
  return faultsOf(await response.clone().json(), media.schema, components.schemas, where);
}
