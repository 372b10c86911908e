import type { AmountMove, PriceShift } from '../../domain/index.js';
import { base } from '../common/base/en.js';
import { quotes } from '../common/quotes/en.js';
import type { PriceContext } from '../common/quotes/strings.js';
import type { Formatter } from '../types.js';
import type { FileLimits, PricingTrustStrings } from './strings.js';

const order = ({ seats, cycles }: Pick<PriceShift, 'seats' | 'cycles'>, context: PriceContext) =>
  `${quotes.seats(seats, context.format)}, ${quotes.cycles(cycles, context.cycle, context.format)}`;

const move = ({ amountBefore, amount, percent }: AmountMove, context: PriceContext) => {
  const { format, currency } = context;
  if (amount === amountBefore) return `unchanged, ${format.money(amount, currency)}`;
  const by = format.money(Math.abs(amount - amountBefore), currency);
  const share = percent === null ? '' : ` (${format.percent(percent)})`;
  const word = amount > amountBefore ? 'up' : 'down';
  return `from ${format.money(amountBefore, currency)} to ${format.money(amount, currency)}, ${word} ${by}${share}`;
};

const places = (count: number, format: Formatter) =>
  `${format.number(count)} ${format.plural(count, { one: 'difference', other: 'differences' })}`;

/** English */
export const strings: PricingTrustStrings = {
  common: base,

  tools: {
    label: 'Versions and files',
    history: 'Versions',
    templates: 'Templates',
    import: 'Import',
    export: 'Export',
    inForce: (version, by, at) => `In force: version ${version}, ${by}, ${at}`,
  },
  guide: {
    merchantAccount:
      'Next (provider): open the merchant account on the platform. It shows here by itself.',
    authorization: (customer) =>
      `Next (an administrator of ${customer}): authorise this app. It shows here by itself.`,
    policy: 'Next (provider): fill in the pricing and publish it.',
    submission: 'Next (provider): submit. The pricing can still be changed afterwards.',
    launch: 'Next (provider): launch. The trial begins at once, and the customer can buy.',
    trial: (endsAt) =>
      `The customer is trying the app until ${endsAt}; without a purchase it stops then.`,
    selling: 'All done: the customer can buy, renew and add seats.',
  },
  launch: {
    title: 'Launch now?',
    text: (trialEnd, days) => `The trial starts now and runs for ${days}, until ${trialEnd}.`,
    zone: (timeZone) => `Times are shown for ${timeZone}.`,
    then: (extra) =>
      extra === null
        ? 'When it has ended, the app stops until the customer buys; that is possible during the trial too.'
        : `When it has ended, the app stops until the customer buys; an administrator may start an extra trial of ${extra}, once.`,
    terms: (version) => `The trial follows version ${version} and cannot be changed after launch.`,
  },

  review: {
    title: (version) => `Publish version ${version}`,
    first: 'This is the first publication; afterwards the customer buys at these prices.',
    who: 'Who is affected',
    audiences: {
      orders: 'New orders',
      subscriber: 'Bought time',
      trial: 'Trial',
      pending: 'Order waiting for payment',
    },
    impacts: {
      'price-up': (shift, context) =>
        `Rises most for ${order(shift, context)}: ${move(shift, context)}.`,
      'price-down': (shift, context) =>
        `Falls most for ${order(shift, context)}: ${move(shift, context)}.`,
      'prices-kept': () => 'Prices stay as they are.',
      'prices-not-comparable': () =>
        'The currency or the billing cycle changes, so prices cannot be compared. Please check each one.',
      'fewer-sold': ({ min, max }, { format }) =>
        min === null || max === null
          ? 'No number of seats can be ordered any more.'
          : `Fewer sizes can be ordered: only ${format.number(min)} to ${quotes.seats(max, format)}.`,
      'time-kept': ({ seats, endsAt }, { format }) =>
        `${quotes.seats(seats, format)} until ${format.dateTime(endsAt)}: nothing changes.`,
      renewal: (renewal, context) =>
        renewal.move
          ? `Renewal, ${order(renewal, context)}: ${move(renewal.move, context)}.`
          : `Renewal, ${order(renewal, context)}: ${context.format.money(renewal.amount, context.currency)}.`,
      'renewal-barred': ({ seats, violations }, context) =>
        `The present ${quotes.seats(seats, context.format)} could not be renewed: ${violations
          .map((violation) => quotes.violations[violation.code](violation as never, context))
          .join(' ')}`,
      'expansion-barred': ({ cycle }) =>
        `The present time was bought by the ${quotes.cycleNames[cycle]}: with another cycle no seats can be added until it ends.`,
      'trial-kept': ({ endsAt }, { format }) =>
        `Goes on as promised at launch, until ${format.dateTime(endsAt)}, whatever is changed here.`,
      'trial-at-launch': ({ days, extraDays }, { format }) =>
        extraDays === null
          ? `${quotes.days(days, format)} from launch.`
          : `${quotes.days(days, format)} from launch, and ${quotes.days(extraDays, format)} more on request.`,
      'order-kept': ({ orderId }) => `Order ${orderId} keeps its price.`,
    },
    changes: 'What changes',
    risk: 'Please check before publishing',
    accept: (count, format) =>
      format.plural(count, {
        one: 'I have checked this and want to publish it so',
        other: `I have checked these ${format.number(count)} points and want to publish it so`,
      }),
    acceptFirst: 'Please check the points above and tick this.',
    confirm: (version) => `Publish version ${version}`,
  },

  conflict: {
    title: (version, by, at) => `${by} published version ${version} on ${at}`,
    text: 'Your draft is still here. Both changes are below: choose a side for each. Whatever is not listed is the same on both.',
    older: (version) =>
      `This draft was begun from version ${version}, which is not the newest any more.`,
    choose: 'Choose for each',
    base: (version) => `Version ${version}`,
    theirs: (version) => `Version ${version}`,
    yours: 'Your draft',
    unchanged: 'unchanged',
    unreadable: 'not complete yet',
    both: 'Changed by both',
    takeTheirs: (what) => `${what}: take theirs`,
    keepYours: (what) => `${what}: keep mine`,
    allTheirs: 'All theirs',
    allYours: 'All mine',
    goOn: (version) => `Go on from version ${version} as chosen`,
    drop: (version) => `Drop the draft, use version ${version}`,
    merged: (version) => `Your draft now builds on version ${version}. Check it, then publish.`,
    dropped: (version) => `Version ${version} is used; you can get your draft back.`,
  },
  rival: {
    title: 'Another tab has changed this draft',
    text: 'Both are still here. Until you choose, changes here are not saved, and the other one is not overwritten.',
    take: 'Use the other one',
    keep: 'Use this one',
    taken: 'This is the draft of the other tab now; you can get the one before back.',
    kept: 'Going on with this draft.',
  },
  replaced: {
    text: 'The draft before was replaced; you can still get it back.',
    recover: 'Get the draft before back',
    dismiss: 'No need',
    recovered: 'The draft before is back.',
  },

  history: {
    title: 'Versions',
    empty: {
      title: 'No version yet',
      text: 'After the first publication every version is listed.',
    },
    current: 'In force',
    version: (version) => `Version ${version}`,
    published: (by, at) => `${by}, ${at}`,
    first: 'First publication',
    same: 'Same as the version before',
    changes: places,
    before: (version) => `Version ${version}`,
    restore: (version) => `Restore version ${version} as a draft`,
    restored: (version) =>
      `Version ${version} is your draft now; nothing changes until you publish.`,
    compare: 'Compare two versions',
    from: 'From',
    to: 'To',
    draft: 'Draft',
    differences: (from, to) => `Differences between ${from} and ${to}`,
    noDifferences: 'Both say the same.',
    older: 'Show older versions',
  },

  templates: {
    title: 'Begin with a template',
    text: 'Fills in price, offer, seats and highest price; trial and cycle stay. You can get back what was there.',
    begin: 'Choose a common model, then put in your own prices:',
    between: '; ',
    applied: (title) => `The template “${title}” is filled in.`,
    perSeat: { title: 'Flat per seat', hint: 'One price for each seat, less for longer terms' },
    volume: { title: 'Volume discount', hint: 'The more seats, the less each costs' },
    packages: { title: 'Packages', hint: 'One price for each size of team' },
    starter: { title: 'Free starter tier', hint: 'The first seats are free, further ones are not' },
  },

  export: {
    title: 'Export the pricing',
    text: 'The file holds the whole pricing and can be imported for other customers. Amounts are in minor units (cents).',
    published: (version) =>
      `The draft still needs changes; this is version ${version}, which is in force.`,
    nothing: {
      title: 'Nothing to export yet',
      text: 'The draft still needs changes, and no version was published.',
      next: 'Complete it, then export.',
    },
    content: 'Content of the file',
    download: 'Download the file',
    copy: 'Copy the content',
    copied: 'Copied.',
    copyFailed: 'The browser does not allow copying. The content is selected: copy it by hand.',
  },
  import: {
    title: 'Import pricing',
    text: 'Choose a file, drop it here, or paste its content. It is used only when all of it is right, never in part.',
    content: 'Content of the file (JSON)',
    choose: 'Choose a file',
    drop: 'Drop the file here',
    use: 'Replace the draft',
    used: 'Imported as a draft; nothing changes until you publish.',
    unreadable:
      'The file could not be read; the draft is unchanged. Check that it is still there and choose it again.',
    empty: 'Nothing here yet.',
    ready: (count, format) => `Nothing is wrong. ${places(count, format)} from the present draft:`,
    readyFirst: 'Nothing is wrong; it can be used.',
    same: 'Nothing is wrong; it says the same as the present draft.',
    issues: (count, format) =>
      `${format.number(count)} ${format.plural(count, { one: 'problem', other: 'problems' })}; the draft is unchanged.`,
    more: (count, format) =>
      `${format.number(count)} more; mend these first, then look at the others.`,
    show: 'Show',
    showIn: (place) => `Show ${place} in the content`,
    issue: issueText,
    places: {
      file: 'File',
      schema: 'Mark of the format, schema',
      trial: 'Trial',
      'rule.type': 'Kind of price',
      'rule.tiers': 'Tiers',
      'offer.type': 'Kind of offer',
      'offer.steps': 'Offer steps',
      seatLimits: 'Seats of an order',
      priceCap: 'Highest price',
    },
    unknownKey: (key) =>
      `“${key}” is not known here. It may come from a newer version; please remove it.`,
  },
};

function issueText(
  code: Parameters<PricingTrustStrings['import']['issue']>[0],
  { min, max }: FileLimits,
): string {
  switch (code) {
    case 'missing':
      return 'Is missing.';
    case 'unknown-key':
      return 'Is not known.';
    case 'wrong-type':
      return 'Is of the wrong type.';
    case 'not-integer':
      return 'Must be a whole number.';
    case 'out-of-range':
      if (min !== null && max !== null) return `Must be between ${min} and ${max}.`;
      if (min !== null) return `Must be at least ${min}.`;
      return max === null ? 'Is not an allowed value.' : `Must be at most ${max}.`;
    case 'not-rising':
      return 'Must be above the entry before.';
    case 'too-many-decimals':
      return 'At most two decimals.';
    case 'both-amounts':
      return 'Only one of flatAmount and unitAmount may be there.';
    case 'no-amount':
      return 'The price is missing: flatAmount or unitAmount.';
    case 'open-tier-not-last':
      return 'Only the last tier may have no end.';
    case 'trial-too-long':
      return `Trial and extra trial together are at most ${max ?? '60'} days.`;
    case 'min-above-max':
      return 'The fewest seats are more than the most.';
    case 'unknown-currency':
      return 'There is no such currency.';
    case 'too-large':
      return 'The content is too large to be pricing.';
    case 'too-deep':
      return 'The content is nested too deeply to be pricing.';
    case 'not-json':
      return 'This is no valid JSON: check quotes, commas and brackets.';
    case 'other-schema':
      return 'This is not a pricing file.';
    case 'newer-schema':
      return 'The file comes from a newer version and cannot be read here. Update, then import it.';
  }
}
