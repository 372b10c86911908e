import * as z from 'zod/mini';
import { complaint, invoice, invoiceDetails, refund, refundEligibility } from './aftercare.js';
import type { CallName } from './calls.js';
import { HOST_ROUTES, type HostCallName } from './host-routes.js';
import { INPUTS, policyDraft, takesInput } from './inputs.js';
import { change, installation, installationEntitlement, segment } from './installation.js';
import { order, orderPage } from './order.js';
import { paymentAction, paymentAttempt } from './payment.js';
import { person, session } from './people.js';
import { policy, policyIssue, publishedPolicy } from './policy.js';
import { problem } from './problem.js';
import { quote, quoteRequest, violation } from './pricing.js';
import { amount, count, id, idempotencyKey, instant, webUrl } from './primitives.js';
import { ROUTES } from './routes.js';

/** A JSON Schema (2020-12), as OpenAPI 3.1 has them. */
export interface JsonSchema {
  $ref?: string;
  type?: string | readonly string[];
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  anyOf?: readonly JsonSchema[];
  enum?: readonly unknown[];
  const?: unknown;
  [keyword: string]: unknown;
}

/** The schemas of the wire as JSON Schemas, and where each call has its own. References begin with `#/components/schemas/`. */
export interface JsonSchemas {
  components: Record<string, JsonSchema>;
  /** Of what a call sends; null where that is nothing. */
  input(name: CallName | HostCallName): string | null;
  /** Of what a call answers; null where that is nothing. */
  output(name: CallName | HostCallName): string | null;
}

const NAMED = {
  Change: change,
  Complaint: complaint,
  Installation: installation,
  InstallationEntitlement: installationEntitlement,
  Invoice: invoice,
  InvoiceDetails: invoiceDetails,
  Order: order,
  OrderPage: orderPage,
  PaymentAction: paymentAction,
  PaymentAttempt: paymentAttempt,
  Person: person,
  Policy: policy,
  PolicyIssue: policyIssue,
  Problem: problem,
  PublishedPolicy: publishedPolicy,
  Quote: quote,
  QuoteRequest: quoteRequest,
  Refund: refund,
  RefundEligibility: refundEligibility,
  Segment: segment,
  Session: session,
  Violation: violation,
};

/** What checks of ours mean; zod knows only that there is one. */
const REFINED = new Map<unknown, JsonSchema>([
  [amount, { type: 'integer' }],
  [count, { type: 'integer', minimum: 0 }],
  [id, { minLength: 1 }],
  [idempotencyKey, { pattern: '^[!-~]{8,128}$' }],
  [
    instant,
    { format: 'date-time', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' },
  ],
  [webUrl, { format: 'uri', pattern: '^https?:' }],
  [
    policyDraft,
    {
      type: 'object',
      description:
        'A Policy, in which what has a default may be absent. Every fault is told with its path.',
    },
  ],
]);

const ROOT = '#/components/schemas/';

/** Makes all of them anew. */
export function jsonSchemas(): JsonSchemas {
  const registry = z.registry<{ id: string }>();
  for (const [name, schema] of Object.entries(NAMED)) registry.add(schema, { id: name });

  /** The name of a schema, given now if it has none yet. */
  const nameOf = (schema: z.core.$ZodType, name: string): string => {
    if (!registry.has(schema)) registry.add(schema, { id: name });
    return registry.get(schema)?.id ?? name;
  };
  const inputs = new Map<string, string | null>();
  const outputs = new Map<string, string | null>();
  for (const name of Object.keys(ROUTES) as CallName[]) {
    inputs.set(name, takesInput(name) ? nameOf(INPUTS[name], `${capital(name)}Input`) : null);
    outputs.set(name, nameOf(ROUTES[name].output, `${capital(name)}Answer`));
  }
  for (const name of Object.keys(HOST_ROUTES) as HostCallName[]) {
    const { input, output } = HOST_ROUTES[name];
    const sends = Object.keys(input.shape).length > 0;
    inputs.set(name, sends ? nameOf(input, `${capital(name)}Input`) : null);
    outputs.set(name, output && nameOf(output, `${capital(name)}Answer`));
  }
  const { schemas } = z.toJSONSchema(registry, {
    // Objects of answers are open then: who reads them passes over what they do not know.
    io: 'input',
    unrepresentable: 'any',
    uri: (name) => ROOT + name,
    override: ({ zodSchema, jsonSchema }) => void Object.assign(jsonSchema, REFINED.get(zodSchema)),
  });
  const refTo = (name: string | null | undefined) => (name ? ROOT + name : null);
  return {
    components: Object.fromEntries(
      Object.entries(schemas).map(([name, schema]) => [name, component(schema as JsonSchema)]),
    ),
    input: (name) => refTo(inputs.get(name)),
    output: (name) => refTo(outputs.get(name)),
  };
}

/** OpenAPI says once for all of them which dialect they are in, and where they are. */
function component({ $schema, $id, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
