import { describe, expect, it } from 'vitest';
import { lintPolicy } from '../../../../src/domain/index.js';
import { assess } from '../../../../src/elements/pricing-editor/assess.js';
import { draftOf } from '../../../../src/elements/pricing-editor/draft/from-policy.js';
import { tidy } from '../../../../src/elements/pricing-editor/draft/tidy.js';
import {
  TEMPLATE_NAMES,
  withTemplate,
} from '../../../../src/elements/pricing-editor/trust/templates.js';
import { fullPolicy } from '../draft/drafts.js';

const draft = draftOf({ ...fullPolicy, trial: { days: 20, extraDays: null }, currency: 'HKD' });

describe.each(TEMPLATE_NAMES)('the template %s', (name) => {
  const applied = withTemplate(draft, name);
  const { policy, issues } = assess(applied);

  it('is a policy, and leaves the terms', () => {
    expect(issues).toEqual([]);
    expect(policy).toMatchObject({
      currency: 'HKD',
      trial: { days: 20, extraDays: null },
      cycle: 'year',
      expansion: 'co-term',
      seatLimits: null,
      priceCap: null,
    });
  });

  it('warns of nothing that is not its very point', () => {
    const codes = policy ? lintPolicy(policy).map(({ code }) => code) : null;
    expect(codes).toEqual(name === 'starter' ? ['price-zero'] : []);
  });

  it('reads as if it had been typed and left', () => {
    expect(tidy(applied)).toEqual(applied);
  });
});
