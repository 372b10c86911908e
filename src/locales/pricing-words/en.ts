import type { PriceContext } from '../common/quotes/strings.js';
import { base } from '../common/base/en.js';
import { quotes } from '../common/quotes/en.js';
import { pricingEditor } from '../pricing-editor/en.js';
import type { PricingWordStrings } from './strings.js';

const seats = (count: number, { format }: PriceContext) => quotes.seats(count, format);
const money = (amount: number, { format, currency }: PriceContext) =>
  format.money(amount, currency);
const time = (count: number, { format, cycle }: PriceContext) =>
  quotes.cycles(count, cycle, format);

/** English */
export const strings: PricingWordStrings = {
  common: base,

  warnings: {
    legend: (count, format) =>
      `${format.number(count)} ${format.plural(count, { one: 'place that may not be meant', other: 'places that may not be meant' })}`,
    none: 'Nothing about the price looks wrong.',
    show: 'Show',
    showIn: (place) => `Show ${place}`,
    texts: {
      'more-seats-cheaper': (warning, context) =>
        `${seats(warning.seats, context)} cost ${money(warning.amountBefore - warning.amount, context)} less than ${seats(warning.seats - 1, context)}: ${money(warning.amount, context)} for ${time(warning.cycles, context)} instead of ${money(warning.amountBefore, context)}.`,
      'longer-term-cheaper': (warning, context) =>
        `${time(warning.cycles, context)} cost ${money(warning.amountBefore - warning.amount, context)} less in all than ${time(warning.cyclesBefore, context)}, for ${seats(warning.seats, context)}.`,
      'longer-term-worse-rate': (warning, context) =>
        `A day costs more with ${time(warning.cycles, context)} than with ${time(warning.cyclesBefore, context)}, for ${seats(warning.seats, context)}.`,
      'tier-never-applies': (warning, context) =>
        `No order can reach the tier that begins at ${seats(warning.seats, context)}.`,
      'step-never-applies': (warning, context) =>
        `The offer from ${time(warning.cycles, context)} never has any effect.`,
      'limit-never-applies': (warning, context) =>
        `The limit of ${seats(warning.seats, context)} has no effect, or leaves nothing to order.`,
      'cap-reached': (warning, context) =>
        `From ${seats(warning.seats, context)} on, one cycle costs the highest price, ${money(warning.amount, context)}.`,
      'cap-below-smallest-price': (warning, context) =>
        `The highest price, ${money(warning.amount, context)}, is below the smallest order, ${money(warning.smallest, context)}: every order costs the highest price.`,
      'price-zero': (warning, context) =>
        `An order of ${seats(warning.seats, context)} costs nothing.`,
    },
  },
  changes: {
    legend: (version, count, format) =>
      `Changes since version ${version} (${format.number(count)})`,
    same: (version) => `Same as version ${version}.`,
    what: 'Item',
    before: 'Now',
    after: 'After publishing',
    nothing: 'none',
    parts: {
      currency: 'Currency',
      trialDays: 'Trial',
      extraDays: 'Extra trial',
      cycle: 'Billing cycle',
      rule: 'Kind of price',
      unitAmount: 'Price per seat',
      mode: 'How tiers count',
      tier: (place) => `Tier ${place}`,
      tierUpTo: (place) => `Tier ${place}: seats`,
      tierAmount: (place) => `Tier ${place}: price`,
      offer: 'Offer',
      step: (place) => `Offer step ${place}`,
      stepFrom: (place) => `Offer step ${place}: term`,
      stepBenefit: (place) => `Offer step ${place}: benefit`,
      minSeats: 'Fewest seats',
      maxSeats: 'Most seats',
      cap: 'Highest price',
      capPer: 'What the highest price is for',
      expansion: 'Adding seats',
    },
    tier: (tier, context) => {
      const upTo =
        tier.upTo === null
          ? strings.changes.openEnd
          : strings.changes.upTo(seats(tier.upTo, context));
      return 'flatAmount' in tier
        ? `${upTo}: ${strings.changes.flat(money(tier.flatAmount, context))}`
        : `${upTo}: ${strings.changes.unit(money(tier.unitAmount, context), quotes.cycleNames[context.cycle])}`;
    },
    rule: (rule, context) =>
      rule.type === 'per-seat'
        ? `Per seat, ${strings.changes.unit(money(rule.unitAmount, context), quotes.cycleNames[context.cycle])}`
        : `${context.format.number(rule.tiers.length)} ${context.format.plural(rule.tiers.length, { one: 'tier', other: 'tiers' })}, ${pricingEditor.rule.modes[rule.mode].toLowerCase()}`,
    offer: (offer, { format, cycle }) => {
      const steps =
        offer.type === 'discount'
          ? offer.steps.map(({ minCycles, payPercent }) =>
              strings.changes.step(
                quotes.cycles(minCycles, cycle, format),
                quotes.discount(payPercent, format),
              ),
            )
          : offer.steps.map(({ minCycles, days }) =>
              strings.changes.step(
                quotes.cycles(minCycles, cycle, format),
                quotes.gift(days, format),
              ),
            );
      return steps.join(', ');
    },
    step: (from, benefit) => `${benefit} from ${from}`,
    flat: (amount) => `${amount} in all`,
    unit: (amount, cycle) => `${amount} per seat and ${cycle}`,
    upTo: (count) => `up to ${count}`,
    openEnd: 'no end',
    cap: (amount, per) => `${amount} ${per}`,
  },
};
