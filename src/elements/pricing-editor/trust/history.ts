import type { BillingBackend, PublishedPolicy } from '../../../contract/index.js';
import { isPublishedPolicy } from '../../../contract/guards.js';
import type { Policy } from '../../../domain/index.js';
import { validatePolicy } from '../../../domain/policy/validate.js';
import { Remote } from '../../../ui/remote.js';
import type { SeatkitElement } from '../../../ui/seatkit-element.js';

/** So many versions are listed at a time. */
const PAGE = 20;

/** A version, or the draft, to be compared. */
export type Compared = number | 'draft';

/** The versions of a policy: asked for once somebody looks, and again when there is another. */
export class History {
  readonly versions: Remote<
    readonly PublishedPolicy[],
    readonly [BillingBackend | null, string | null, number | null]
  >;
  /** How many are listed. */
  listed = PAGE;

  readonly #element: SeatkitElement;
  #from: Compared | null = null;
  #to: Compared | null = null;

  /** @param newest the version in force; null while nobody looks */
  constructor(element: SeatkitElement, newest: () => number | null) {
    this.#element = element;
    this.versions = new Remote(element, {
      args: () => [element.activeBackend, element.installationId || null, newest()] as const,
      load: ([backend, id], options) => backend.policyVersions(id, options),
      check: (value) => Array.isArray(value) && value.every(isVersion),
    });
  }

  /** Begins where one begins to look: at the newest. */
  open(): void {
    this.listed = PAGE;
    this.#from = null;
    this.#to = null;
    this.#element.requestUpdate();
  }

  showOlder(): void {
    this.listed += PAGE;
    this.#element.requestUpdate();
  }

  compare(sides: { from?: Compared; to?: Compared }): void {
    this.#from = sides.from ?? this.#from;
    this.#to = sides.to ?? this.#to;
    this.#element.requestUpdate();
  }

  /** The two sides: what was chosen, else the last publication against the one before it, or against the draft. */
  comparison(draft: Policy | null): Comparison | null {
    const versions = this.versions.value ?? [];
    const newest = versions[0];
    if (!newest) return null;
    const before = versions[1];
    if (!before && !draft) return null;
    const find = (compared: Compared): Policy | null =>
      compared === 'draft'
        ? draft
        : (versions.find(({ version }) => version === compared)?.policy ?? null);
    const from = this.#from ?? before?.version ?? newest.version;
    const to = this.#to ?? (before ? newest.version : 'draft');
    return { from, to, before: find(from), after: find(to) };
  }
}

export interface Comparison {
  from: Compared;
  to: Compared;
  /** null where that side says no policy. */
  before: Policy | null;
  after: Policy | null;
}

function isVersion(value: unknown): boolean {
  return isPublishedPolicy(value) && validatePolicy(value.policy).ok;
}
