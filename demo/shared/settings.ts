import type { PaymentEnvironment } from 'seatkit/domain';
import type { Role } from 'seatkit/backend';

/** What the bar sets, shared by every demo page and kept over reloads. */
export interface Settings {
  lang: 'zh-CN' | 'en';
  theme: 'light' | 'dark';
  environment: PaymentEnvironment;
  customer: string;
  /** Where the backend runs. */
  world: 'page' | 'server';
  /** Milliseconds before every answer. */
  latency: number;
  fault: '' | 'network' | 'unavailable' | 'hang' | 'rubbish' | 'twice';
  /** Per page, since each is the place of one role. */
  roles: Record<string, Role>;
}

const KEY = 'seatkit-demo-settings';

const DEFAULTS: Settings = {
  lang: 'zh-CN',
  theme: 'light',
  environment: 'desktop',
  customer: 'yunshan',
  world: 'page',
  latency: 0,
  fault: '',
  roles: {},
};

function read(): Settings {
  try {
    return { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Settings>) };
  } catch {
    return { ...DEFAULTS };
  }
}

const listeners = new Set<() => void>();
let current = read();

/** `?lang=en&theme=dark` in the address wins, so that a link can show one state. */
const asked = new URLSearchParams(location.search);
if (asked.get('lang') === 'en' || asked.get('lang') === 'zh-CN') {
  current.lang = asked.get('lang') as Settings['lang'];
}
if (asked.get('theme') === 'dark' || asked.get('theme') === 'light') {
  current.theme = asked.get('theme') as Settings['theme'];
}
if (asked.get('world') === 'page' || asked.get('world') === 'server') {
  current.world = asked.get('world') as Settings['world'];
}
current.customer = asked.get('customer') ?? current.customer;

export function settings(): Settings {
  return current;
}

export function change(part: Partial<Settings>): void {
  current = { ...current, ...part };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // A page without storage keeps its settings until it is left.
  }
  for (const listener of listeners) listener();
}

export function onChange(listener: () => void): void {
  listeners.add(listener);
}
