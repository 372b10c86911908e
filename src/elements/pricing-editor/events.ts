import type { Installation, PublishedPolicy } from '../../contract/index.js';
import type { Policy } from '../../domain/index.js';
import type { DraftIssue } from './draft/read.js';

/** The draft was edited. */
export interface PolicyChangedDetail {
  /** null while anything is wrong. */
  policy: Policy | null;
  valid: boolean;
  /** Everything that is wrong, each with its path. */
  issues: DraftIssue[];
}

/** There is something to lose now, or no longer: for a host that asks before its own router leaves. */
export interface DraftChangedDetail {
  /** The draft says something else than what is published, or was given. */
  dirty: boolean;
  /** It is kept in the browser and will be found again; never without a backend, where the host keeps the value. */
  kept: boolean;
}

/** A policy is about to be published. */
export interface PolicyPublishDetail {
  policy: Policy;
  /** The version the draft began from; null for none. */
  baseVersion: number | null;
}

export interface PolicyPublishedDetail {
  published: PublishedPolicy;
}

export interface InstallationDetail {
  installation: Installation;
}

declare global {
  interface HTMLElementEventMap {
    'policy-changed': CustomEvent<PolicyChangedDetail>;
    'draft-changed': CustomEvent<DraftChangedDetail>;
    'policy-publish': CustomEvent<PolicyPublishDetail>;
    'policy-published': CustomEvent<PolicyPublishedDetail>;
    'installation-submitted': CustomEvent<InstallationDetail>;
    'installation-launched': CustomEvent<InstallationDetail>;
  }
}
