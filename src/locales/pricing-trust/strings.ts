import type { PolicyFileFault, PolicyImpact, PolicyIssueCode } from '../../domain/index.js';
import type { ByCode } from '../common/orders/strings.js';
import type { PriceContext } from '../common/quotes/strings.js';
import type { ErrorText } from '../common/base/strings.js';
import type { ElementStrings, Formatter } from '../types.js';

/** A model of pricing to begin with. */
export interface TemplateWords {
  title: string;
  /** For whom it suits, in a few words. */
  hint: string;
}

/** Whom a publication concerns. */
export type AudienceWords = Record<'orders' | 'subscriber' | 'trial' | 'pending', string>;

/** Texts of what loads apart in `<pricing-editor>`. */
export interface PricingTrustStrings extends ElementStrings {
  tools: {
    label: string;
    history: string;
    templates: string;
    import: string;
    export: string;
    /** What is in force. */
    inForce(version: number, by: string, at: string): string;
  };
  /** What comes next on the way to launch, and who does it. */
  guide: {
    merchantAccount: string;
    authorization(customer: string): string;
    policy: string;
    submission: string;
    launch: string;
    trial(endsAt: string): string;
    selling: string;
  };
  launch: {
    title: string;
    text(trialEnd: string, days: string): string;
    zone(timeZone: string): string;
    then(extra: string | null): string;
    terms(version: number): string;
  };

  review: {
    title(version: number): string;
    first: string;
    who: string;
    audiences: AudienceWords;
    impacts: ByCode<PolicyImpact, PriceContext>;
    changes: string;
    risk: string;
    accept(count: number, format: Formatter): string;
    acceptFirst: string;
    confirm(version: number): string;
  };

  conflict: {
    title(version: number, by: string, at: string): string;
    text: string;
    older(version: number): string;
    choose: string;
    base(version: number): string;
    theirs(version: number): string;
    yours: string;
    unchanged: string;
    /** A part as typed that says nothing yet. */
    unreadable: string;
    both: string;
    takeTheirs(what: string): string;
    keepYours(what: string): string;
    allTheirs: string;
    allYours: string;
    goOn(version: number): string;
    drop(version: number): string;
    merged(version: number): string;
    dropped(version: number): string;
  };
  rival: { title: string; text: string; take: string; keep: string; taken: string; kept: string };
  replaced: { text: string; recover: string; dismiss: string; recovered: string };

  history: {
    title: string;
    empty: { title: string; text: string };
    current: string;
    version(version: number): string;
    published(by: string, at: string): string;
    first: string;
    same: string;
    changes(count: number, format: Formatter): string;
    before(version: number): string;
    restore(version: number): string;
    restored(version: number): string;
    compare: string;
    from: string;
    to: string;
    draft: string;
    differences(from: string, to: string): string;
    noDifferences: string;
    older: string;
  };

  templates: {
    title: string;
    text: string;
    begin: string;
    /** Between the tiers of a template. */
    between: string;
    applied(title: string): string;
    perSeat: TemplateWords;
    volume: TemplateWords;
    packages: TemplateWords;
    starter: TemplateWords;
  };

  export: {
    title: string;
    text: string;
    published(version: number): string;
    nothing: ErrorText;
    content: string;
    download: string;
    copy: string;
    copied: string;
    copyFailed: string;
  };
  import: {
    title: string;
    text: string;
    content: string;
    choose: string;
    drop: string;
    use: string;
    used: string;
    unreadable: string;
    empty: string;
    ready(count: number, format: Formatter): string;
    readyFirst: string;
    same: string;
    issues(count: number, format: Formatter): string;
    more(count: number, format: Formatter): string;
    show: string;
    showIn(place: string): string;
    issue(code: PolicyIssueCode | PolicyFileFault['code'], limits: FileLimits): string;
    /** Parts that are no field of the form. */
    places: Record<FilePlace, string>;
    unknownKey(key: string): string;
  };
}

/** Limits of an issue as the file writes them: amounts in minor units. */
export interface FileLimits {
  min: string | null;
  max: string | null;
}

export type FilePlace =
  | 'file'
  | 'schema'
  | 'trial'
  | 'rule.type'
  | 'rule.tiers'
  | 'offer.type'
  | 'offer.steps'
  | 'seatLimits'
  | 'priceCap';
