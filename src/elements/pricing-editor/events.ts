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
    'policy-publish': CustomEvent<PolicyPublishDetail>;
    'policy-published': CustomEvent<PolicyPublishedDetail>;
    'installation-submitted': CustomEvent<InstallationDetail>;
    'installation-launched': CustomEvent<InstallationDetail>;
  }
}
