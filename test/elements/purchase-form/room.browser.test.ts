import { expect } from '@open-wc/testing';
import type { LocalBackend } from '../../../src/backends/local/index.js';
import type { Installation } from '../../../src/contract/index.js';
import { policyWith } from '../../helpers/policy.js';
import { openForm, readyForm, type FormPage } from './form.js';
import { misfits } from './room.js';
import { createWorld, payLatest, place, POLICY, reprice } from './world.js';

const WORD = 'Donaudampfschifffahrtselektrizitaetenwerk';

/** Eight tiers at the highest amount there is, and a discount with two decimals: prices near 10¹² fen. */
const DEAREST = policyWith({
  rule: {
    type: 'tiered',
    mode: 'graduated',
    tiers: [
      ...[10, 20, 30, 40, 50, 60, 70, 80].map((upTo) => ({ upTo, flatAmount: 10_000_000_000 })),
      { upTo: null, unitAmount: 100_000_000 },
    ],
  },
  offer: { type: 'discount', steps: [{ minCycles: 2, payPercent: 97.55 }] },
  seatLimits: { min: 1, max: 1_000_000 },
});
const perSeat = (unitAmount: number) =>
  policyWith({ rule: { type: 'per-seat', unitAmount }, seatLimits: { min: 1, max: null } });

/** Names that cannot be broken where one would like to. */
function withLongNames(world: LocalBackend): LocalBackend {
  const installation = world.installation.bind(world);
  world.installation = async (...asked): Promise<Installation> => ({
    ...(await installation(...asked)),
    appName: WORD,
    providerName: WORD,
    contacts: [WORD, `${WORD}@${WORD}.example`],
  });
  return world;
}

async function paying(page: FormPage, sign: string): Promise<FormPage> {
  await page.submit();
  await page.until(() => page.find(sign) !== null);
  return page;
}

const BOUGHT = { bought: { kind: 'new', seats: 20, cycles: 3 }, daysLater: 30 } as const;

const states: Record<string, () => Promise<FormPage>> = {
  'a price of nothing': async () => readyForm(await createWorld({ policy: perSeat(0) })),
  'a price of one fen': async () => readyForm(await createWorld({ policy: perSeat(1) })),
  'the highest price, every line and tier open': async () => {
    const page = await readyForm(withLongNames(await createWorld({ policy: DEAREST })), {
      attributes: { seats: '1080', cycles: '5' },
    });
    page.get('summary').click();
    page.get('.toggle').click();
    await page.form.updateComplete;
    return page;
  },
  'an expansion that loses time and value': async () => {
    const policy = { ...POLICY, offer: null, priceCap: { amount: 100_000, per: 'cycle' } } as const;
    const page = await readyForm(await createWorld({ ...BOUGHT, policy }));
    await page.submit();
    return page;
  },
  'texts beside what cannot be ordered': async () => {
    const page = await readyForm(await createWorld(BOUGHT));
    await page.type('#seats', '900000');
    return page;
  },
  'a changed price': async () => {
    const world = await createWorld({ policy: DEAREST });
    const page = await readyForm(world, { attributes: { seats: '1080', cycles: '5' } });
    world.simulation.setFaults({ session: 'unavailable' });
    await reprice(world, {
      ...DEAREST,
      offer: null,
      priceCap: { amount: 1_000_000, per: 'order' },
    });
    world.simulation.setFaults({});
    return paying(page, '.changed');
  },
  'a code': async () => paying(await readyForm(await createWorld({ policy: DEAREST })), '.qr-code'),
  'a bank transfer': async () => {
    const page = await readyForm(await createWorld({ policy: DEAREST }));
    await page.choose('method', 'bank-transfer');
    return paying(page, '.steps');
  },
  'a receipt': async () => {
    const world = await createWorld(BOUGHT);
    const page = await readyForm(world, { attributes: { seats: '30', cycles: '5' } });
    await paying(page, '.qr-code');
    await payLatest(world);
    await page.until(() => page.find('.outcome') !== null);
    return page;
  },
  'an order met again': async () => {
    const world = await createWorld({ policy: DEAREST });
    await place(world, { kind: 'new', seats: 1080, cycles: 5 }, 'before');
    const page = await openForm(world);
    await page.until(() => page.find('.pay') !== null);
    return page;
  },
  'whom to ask': async () => {
    const page = await openForm(withLongNames(await createWorld({ session: 'member' })));
    await page.until(() => page.find('.outcome') !== null);
    return page;
  },
  'what is not launched': async () => {
    const page = await openForm(withLongNames(await createWorld({ launched: false })));
    await page.until(() => page.find('.outcome') !== null);
    return page;
  },
};

/** Widths of the box in px; at twice the size of letters a box has half the room. */
const BOXES = [
  [320, 1],
  [390, 1],
  [640, 1],
  [719, 1],
  [760, 1],
  [1024, 1],
  [1440, 1],
  [320, 2],
  [640, 2],
  [1024, 2],
  [1440, 2],
] as const;

describe('purchase-form: room for everything', () => {
  afterEach(() => {
    document.documentElement.style.fontSize = '';
  });

  for (const [state, reach] of Object.entries(states)) {
    for (const [lang, sign] of [
      ['zh-CN', /[\u4e00-\u9fff]{3}/],
      ['en', /[a-z] [a-z]/],
    ] as const) {
      it(`fits ${state} into any box (${lang})`, async () => {
        const page = await reach();
        page.form.lang = lang;
        await page.until(
          () => sign.test(page.text) && (lang !== 'en' || !/[人天]/.test(page.text)),
        );
        const place = page.form.parentElement!;
        const faults: string[] = [];
        for (const [width, zoom] of BOXES) {
          place.style.width = `${width}px`;
          document.documentElement.style.fontSize = `${100 * zoom}%`;
          faults.push(...misfits(page.form).map((fault) => `${width} px × ${zoom}: ${fault}`));
        }
        expect(faults).to.deep.equal([]);
      });
    }
  }
});
