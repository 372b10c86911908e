import type { Instant } from '../domain/index.js';
import type { Formatter, PluralForms } from '../locales/types.js';

const DAY: Intl.DateTimeFormatOptions = { dateStyle: 'medium' };
const MINUTE: Intl.DateTimeFormatOptions = { timeStyle: 'short' };
/** Chinese business pages write days in figures, 2026-03-01, as Swedish does. */
const DAY_ZH: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit' };
const DAY_ZH_LOCALE = 'sv-SE';
const MINUTE_ZH: Intl.DateTimeFormatOptions = {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

/** Prints values for one language and one time zone. Its `Intl` objects are made when first needed and kept. */
export class Format implements Formatter {
  readonly timeZone: string | undefined;
  readonly #made = new Map<string, unknown>();
  readonly #chinese: boolean;

  /**
   * @param locale a valid BCP 47 tag
   * @param timeZone IANA name; an unknown one counts as none, which is the viewer's own
   */
  constructor(
    readonly locale: string,
    timeZone?: string | null,
  ) {
    this.timeZone = knownTimeZone(timeZone);
    this.#chinese = locale.startsWith('zh');
  }

  money(minor: number, currency: string): string {
    const { format, digits } = this.#currency(currency);
    return format.format(decimal(minor, digits));
  }

  /** The same in parts, so that a page can set the symbol apart. */
  moneyParts(minor: number, currency: string): Intl.NumberFormatPart[] {
    const { format, digits } = this.#currency(currency);
    return format.formatToParts(decimal(minor, digits));
  }

  number(value: number): string {
    return this.#once('number', () => new Intl.NumberFormat(this.locale)).format(value);
  }

  date(instant: Instant): string {
    const format = this.#chinese
      ? this.#dates('date', DAY_ZH, DAY_ZH_LOCALE)
      : this.#dates('date', DAY);
    return format.format(new Date(instant));
  }

  dateTime(instant: Instant): string {
    if (this.#chinese) return `${this.date(instant)} ${this.time(instant)}`;
    return this.#dates('dateTime', { ...DAY, ...MINUTE }).format(new Date(instant));
  }

  time(instant: Instant): string {
    return this.#dates('time', this.#chinese ? MINUTE_ZH : MINUTE).format(new Date(instant));
  }

  duration(seconds: number): string {
    const whole = Math.max(0, Math.ceil(seconds));
    const pad = (value: number) => String(value).padStart(2, '0');
    const hours = Math.floor(whole / 3600);
    const rest = `${pad(Math.floor((whole % 3600) / 60))}:${pad(whole % 60)}`;
    return hours > 0 ? `${hours}:${rest}` : rest;
  }

  relativeDays(days: number): string {
    return this.#once(
      'relative',
      () => new Intl.RelativeTimeFormat(this.locale, { numeric: 'auto' }),
    ).format(days, 'day');
  }

  list(items: readonly string[]): string {
    return this.#once('list', () => new Intl.ListFormat(this.locale)).format(items);
  }

  percent(percent: number): string {
    const format = this.#once(
      'percent',
      () =>
        new Intl.NumberFormat(this.locale, {
          style: 'unit',
          unit: 'percent',
          maximumFractionDigits: 2,
        }),
    );
    return format.format(percent);
  }

  plural(count: number, forms: PluralForms): string {
    const rule = this.#once('plural', () => new Intl.PluralRules(this.locale)).select(count);
    return forms[rule] ?? forms.other;
  }

  #currency(currency: string): { format: Intl.NumberFormat; digits: number } {
    return this.#once(`money ${currency}`, () => {
      const format = new Intl.NumberFormat(this.locale, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
      });
      // Asked for once: it is dear too.
      return { format, digits: format.resolvedOptions().maximumFractionDigits ?? 0 };
    });
  }

  #dates(
    name: string,
    options: Intl.DateTimeFormatOptions,
    locale = this.locale,
  ): Intl.DateTimeFormat {
    return this.#once(
      name,
      () => new Intl.DateTimeFormat(locale, { ...options, timeZone: this.timeZone }),
    );
  }

  #once<Made>(name: string, make: () => Made): Made {
    const made = (this.#made.get(name) as Made | undefined) ?? make();
    this.#made.set(name, made);
    return made;
  }
}

/** Text in powers of ten, because dividing by a hundred would round large amounts. */
function decimal(minor: number, digits: number): Intl.StringNumericLiteral {
  return `${minor}E-${digits}` as Intl.StringNumericLiteral;
}

function knownTimeZone(timeZone: string | null | undefined): string | undefined {
  if (!timeZone) return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return timeZone;
  } catch {
    return undefined;
  }
}
