/** What is known of a request while it is answered; the log tells it. */
export interface Visit {
  /** Names the request in logs and in the answer. */
  readonly id: string;
  /** The template of the route: never the ids in its path. */
  route: string | null;
  tenant: string | null;
  role: string | null;
}

export function newVisit(): Visit {
  return { id: crypto.randomUUID(), route: null, tenant: null, role: null };
}
