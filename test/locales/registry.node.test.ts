import { describe, expect, it, vi } from 'vitest';
import { base } from '../../src/locales/common/base/zh-CN.js';
import { addLocale, matchLocale, watchLocales, type Catalog } from '../../src/locales/registry.js';
import type { ElementStrings } from '../../src/locales/types.js';

const strings: ElementStrings = { common: base };
const english = () => Promise.resolve(strings);
const catalog = (element: string): Catalog<ElementStrings> => ({
  element,
  default: strings,
  load: { en: english },
});

describe('matchLocale', () => {
  it.each([
    ['zh-CN', 'zh-CN', 'zh-CN'],
    ['zh', 'zh-CN', 'zh'],
    ['zh-Hant-TW', 'zh-CN', 'zh-Hant-TW'],
    ['en', 'en', 'en'],
    ['en-gb', 'en', 'en-GB'],
    ['EN_us', 'en', 'en'],
    ['fr', 'en', 'en'],
    ['not a tag', 'en', 'en'],
  ])('for %s uses %s and formats as %s', (wanted, tag, locale) => {
    expect(matchLocale(catalog('a'), wanted)).toMatchObject({ tag, locale });
  });

  it('loads nothing for the language in the bundle', () => {
    expect(matchLocale(catalog('a'), 'zh-CN').load).toBeNull();
    expect(matchLocale(catalog('a'), 'en').load).toBe(english);
  });

  it('falls back to Chinese where there is no English', () => {
    expect(matchLocale({ ...catalog('a'), load: {} }, 'fr').tag).toBe('zh-CN');
  });
});

describe('addLocale', () => {
  const load = () => Promise.resolve(strings);

  it('brings a language to one element and tells who watches', () => {
    const onAdded = vi.fn();
    const stop = watchLocales(onAdded);
    addLocale(catalog('b'), 'ja', load);
    expect(matchLocale(catalog('b'), 'ja-JP')).toMatchObject({ tag: 'ja', load });
    expect(matchLocale(catalog('c'), 'ja').tag).toBe('en');
    stop();
    addLocale(catalog('b'), 'ko', load);
    expect(onAdded).toHaveBeenCalledTimes(1);
  });

  it('replaces a language the element has, even the one in the bundle', () => {
    addLocale(catalog('d'), 'en', load);
    addLocale(catalog('d'), 'zh-CN', load);
    expect(matchLocale(catalog('d'), 'en').load).toBe(load);
    expect(matchLocale(catalog('d'), 'zh-CN').load).toBe(load);
  });

  it('prefers the closest of several', () => {
    addLocale(catalog('e'), 'pt', load);
    addLocale(catalog('e'), 'pt-BR', load);
    expect(matchLocale(catalog('e'), 'pt-BR').tag).toBe('pt-BR');
    expect(matchLocale(catalog('e'), 'pt-PT').tag).toBe('pt');
  });
});
