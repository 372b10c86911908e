import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPlaces, placeIn } from '../../../../src/elements/pricing-editor/trust/json-places.js';

const text = `\ufeff{ "rule" : {"tiers": [ {"upTo":10}, { "upTo" : "a \\" ] }" } ]}, "x":null }`;

const at = (path: string) => {
  const place = placeIn(jsonPlaces(text), path);
  return place && text.slice(place.start, place.end);
};

describe('places in a JSON text', () => {
  it('are those of members with their keys, and of entries', () => {
    expect(at('rule.tiers[0]')).toBe('{"upTo":10}');
    expect(at('rule.tiers[0].upTo')).toBe('"upTo":10');
    expect(at('rule.tiers[1].upTo')).toBe('"upTo" : "a \\" ] }"');
    expect(at('x')).toBe('"x":null');
  });

  it('are those around for what is missing', () => {
    expect(at('rule.tiers[1].flatAmount')).toBe(at('rule.tiers[1]'));
    expect(at('rule.tiers[7].upTo')).toBe(at('rule.tiers'));
    expect(at('trial.days')).toBe(text);
  });

  it('are found for every value of every text', () => {
    const documents = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(documents, fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const written = JSON.stringify(value, null, indent);
        const places = jsonPlaces(written);
        const whole = places.get('');
        expect(written.slice(whole?.start, whole?.end)).toBe(written);
        if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
        for (const [key, inner] of Object.entries(value)) {
          const place = places.get(key);
          // A key that is empty or has a dot in it may share its path with another.
          if (!place || Object.keys(value).some((name) => !/^[^.[]+$/.test(name))) continue;
          const member = JSON.parse(`{${written.slice(place.start, place.end)}}`) as unknown;
          expect(member).toEqual({ [key]: inner });
        }
      }),
    );
  });
});
