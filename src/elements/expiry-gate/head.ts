/**
 * The head snippet, built into `seatkit/expiry-gate/head.js`: a classic script for the head of a page, inline or by its hash. Until a
 * gate is defined nothing inside it is drawn, focusable or announced; but where an earlier page left an entitlement that holds by
 * the backend's clock (known-entitlement.ts writes it), the app shows with the first paint. The element then takes over from it.
 * `data-prefix="acme other"` on the script names the prefixes of `defineAll`. It imports nothing and is at most 1 kB.
 */
const KEY = 'seatkit:entitlement:';
const LONGEST_TIMER_MS = 2 ** 31 - 1;

interface Left {
  format: unknown;
  answer: { installationId: string; blocked: unknown; now: string; endsAt: string };
  deviceAt: number;
  seenAt: number;
  openUntil: number;
  above: number;
}

const prefixes = document.currentScript?.dataset.prefix?.split(' ') ?? [];
const tags = ['', ...prefixes.map((prefix) => `${prefix}-`)].map(
  (prefix) => `${prefix}expiry-gate`,
);
const gate = `:is(${tags.join()}):not(:defined)`;
const sheet = new CSSStyleSheet();

function decide(): void {
  let css = `${gate},${gate}>[slot]{display:none!important}`;
  let soonest = Infinity;
  /** Throws on what cannot be read. */
  const open = (key: string): void => {
    const left = JSON.parse(localStorage[key] as string) as Left;
    const { format, answer, deviceAt, seenAt, openUntil, above } = left;
    const { installationId, blocked, now, endsAt } = answer;
    const at = Date.parse(now) + Date.now() - deviceAt;
    const rest = openUntil - Math.max(at, seenAt);
    if (
      format === 2 &&
      blocked === false &&
      key === KEY + installationId &&
      [deviceAt, seenAt, above, openUntil].every(Number.isSafeInteger) &&
      at >= seenAt - 60_000 &&
      rest > 0 &&
      openUntil <= Date.parse(endsAt)
    ) {
      const own = `${gate}[installation-id=${CSS.escape(installationId)}]`;
      css += `${own}{display:flow-root!important}${own}:before{content:"";display:block;height:${above}px}`;
      soonest = Math.min(soonest, rest);
    }
  };
  try {
    for (const key of Object.keys(localStorage)) {
      try {
        open(key);
      } catch {
        // Not ours, or damaged: the gate stays closed.
      }
    }
  } catch {
    // Storage is blocked: the gates stay closed.
  }
  sheet.replaceSync(css);
  if (soonest < Infinity) setTimeout(decide, Math.min(soonest, LONGEST_TIMER_MS));
}

decide();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

export {};
