import { expect } from '@open-wc/testing';
import { policyWith } from '../../helpers/policy.js';
import { readyForm, textOf } from './form.js';
import { createWorld, POLICY } from './world.js';

describe('purchase-form: seats and length', () => {
  const cases: [string, string][] = [
    ['0', '人数需要在 1 到 1,000,000 之间'],
    ['4', '最少购买 5 人'],
    ['501', '最多购买 500 人'],
    ['1.5', '请填写整数'],
    ['-3', '不能小于零'],
    ['1e9', '请用数字填写'],
    ['', '请填写数字'],
    ['一百', '请用数字填写'],
    ['99999999999999999999', '数字太大了'],
  ];
  for (const [typed, message] of cases) {
    it(`answers “${typed}” with “${message}”, and keeps it`, async () => {
      const page = await readyForm(await createWorld());
      await page.type('#seats', typed);
      const input = page.input('#seats');
      expect(input.value).to.equal(typed);
      expect(input.getAttribute('aria-invalid')).to.equal('true');
      const described = input.getAttribute('aria-describedby')!.split(' ');
      const told = described.map((id) => textOf(page.get(`#${id}`))).join(' ');
      expect(told).to.contain(message);
      expect(page.submitButton.getAttribute('aria-disabled')).to.equal('true');
      await page.submit();
      expect(page.root.activeElement).to.equal(input);
      expect(page.eventNames).to.deep.equal([]);
    });
  }

  it('understands a pasted 1,000 and full-width digits', async () => {
    const page = await readyForm(await createWorld({ policy: policyWith({}) }));
    await page.type('#seats', '1,000');
    expect(page.submitButton.textContent).to.contain('¥120,000.00');
    await page.type('#seats', '１０');
    expect(page.submitButton.textContent).to.contain('¥1,200.00');
  });

  it('steps within the bounds, by buttons and arrow keys', async () => {
    const page = await readyForm(await createWorld());
    const input = page.input('#seats');
    const press = async (key: string) => {
      input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await page.form.updateComplete;
    };
    await press('ArrowDown');
    expect(input.value).to.equal('5');
    await press('ArrowUp');
    expect(input.value).to.equal('6');
    page.get('[aria-label="增加人数"]').click();
    await page.form.updateComplete;
    expect(input.value).to.equal('7');
    await page.type('#seats', '9000');
    page.get('[aria-label="减少人数"]').click();
    await page.form.updateComplete;
    expect(input.value).to.equal('500');
  });

  it('takes a preset', async () => {
    const page = await readyForm(await createWorld());
    await page.click('50 人');
    expect(page.input('#seats').value).to.equal('50');
    expect(page.button('50 人').getAttribute('aria-pressed')).to.equal('true');
  });

  it('says what each length saves at the seats that are wanted', async () => {
    const page = await readyForm(await createWorld());
    await page.type('#seats', '30');
    const chips = [...page.root.querySelectorAll('.terms .segment')].map(textOf);
    expect(chips).to.deep.equal([
      '1 年 ¥0.33/人/天 至 2027-03-01',
      '2 年 9折 省 ¥720.00 ¥0.30/人/天 至 2028-02-29',
      '3 年 85折 省 ¥1,620.00 ¥0.28/人/天 至 2029-02-28',
      '4 年 85折 省 ¥2,160.00 ¥0.28/人/天 至 2030-02-28',
      '5 年 85折 省 ¥2,700.00 ¥0.28/人/天 至 2031-02-28',
    ]);
  });

  it('takes a longer term that costs less a day, with one click', async () => {
    const page = await readyForm(await createWorld());
    expect(page.text).to.contain('买 2 年更划算，每人每天 ¥0.30。');
    await page.click('改为 2 年');
    expect(page.text).to.contain('买 3 年更划算，每人每天 ¥0.28。');
    await page.click('改为 3 年');
    expect(page.find('.advice')).to.equal(null);
    expect(page.input('input[name="cycles"][value="3"]').checked).to.equal(true);
  });

  it('takes more seats that cost less in all, with one click', async () => {
    const rule = {
      type: 'tiered',
      mode: 'volume',
      tiers: [
        { upTo: 50, unitAmount: 12_000 },
        { upTo: null, unitAmount: 9_000 },
      ],
    } as const;
    const page = await readyForm(
      await createWorld({
        policy: { ...POLICY, offer: null, rule: { ...rule, tiers: [...rule.tiers] } },
      }),
    );
    await page.type('#seats', '45');
    expect(page.text).to.contain('买 51 人反而更便宜，价格低 ¥810.00。');
    await page.click('改为 51 人');
    expect(page.submitButton.textContent).to.contain('¥4,590.00');
  });

  it('offers the nearest order where one cannot be made', async () => {
    const page = await readyForm(
      await createWorld({ bought: { kind: 'new', seats: 20, cycles: 1 } }),
    );
    await page.type('#seats', '900');
    await page.click('改为 500 人');
    expect(page.input('#seats').value).to.equal('500');
    await page.type('#seats', '12');
    await page.click('改为续期');
    expect(page.text).to.contain('续期 · 项目助手');
    expect(page.input('#seats').value).to.equal('12');
    expect(page.submitButton.textContent).to.contain('¥1,440.00');
  });

  it('lets any number of months be typed, and says what is too long', async () => {
    const page = await readyForm(
      await createWorld({ policy: { ...POLICY, cycle: 'month', offer: null } }),
    );
    await page.type('#other-cycles', '7');
    expect(page.submitButton.textContent).to.contain('¥4,200.00');
    await page.type('#other-cycles', '59');
    expect(page.text).to.contain('时长需要在 1 个月到 58 个月之间');
    expect(page.get('#other-cycles').getAttribute('aria-invalid')).to.equal('true');
    await page.choose('cycles', '12');
    expect(page.input('#other-cycles').value).to.equal('12');
  });

  for (const [mode, hint] of [
    ['volume', '满 51 人：¥150.00 / 人，查看阶梯价格'],
    ['graduated', '第 51 人起：¥150.00 / 人，查看阶梯价格'],
  ] as const) {
    it(`tells before it is reached what the next tier costs, ${mode}`, async () => {
      const tiers = [
        { upTo: 50, unitAmount: 12_000 },
        { upTo: null, unitAmount: 15_000 },
      ];
      const rule = { type: 'tiered', mode, tiers } as const;
      const page = await readyForm(await createWorld({ policy: { ...POLICY, rule } }));
      await page.type('#seats', '30');
      expect(textOf(page.get('summary'))).to.equal(hint);
      await page.type('#seats', '60');
      expect(textOf(page.get('summary'))).to.equal('查看阶梯价格');
      await page.type('#seats', 'x');
      expect(textOf(page.get('summary'))).to.equal('查看阶梯价格');
    });
  }

  it('shows the tiers and where one stands', async () => {
    const page = await readyForm(
      await createWorld({
        policy: policyWith({
          rule: {
            type: 'tiered',
            mode: 'volume',
            tiers: [
              { upTo: 50, flatAmount: 498_000 },
              { upTo: null, unitAmount: 9_000 },
            ],
          },
        }),
      }),
    );
    await page.type('#seats', '30');
    expect(textOf(page.get('summary'))).to.equal(
      '51 人及以上，人均更低：¥90.00 / 人，查看阶梯价格',
    );
    await page.type('#seats', '51');
    expect(textOf(page.get('summary'))).to.equal('查看阶梯价格');
    page.get('summary').click();
    await page.form.updateComplete;
    expect(textOf(page.get('.tiers .current'))).to.equal('51 人及以上 当前档位 ¥90.00 / 人');
  });

  it('keeps what is typed for each kind of order', async () => {
    const world = await createWorld({
      bought: { kind: 'new', seats: 20, cycles: 1 },
      daysLater: 100,
    });
    const page = await readyForm(world);
    await page.type('#seats', '33');
    await page.choose('kind', 'renew');
    expect(page.input('#seats').value).to.equal('20');
    await page.choose('kind', 'expand');
    expect(page.input('#seats').value).to.equal('33');
  });

  it('begins as the host wishes, and takes a new wish until something is typed', async () => {
    const world = await createWorld({
      bought: { kind: 'new', seats: 20, cycles: 1 },
      daysLater: 100,
    });
    const page = await readyForm(world, {
      attributes: { mode: 'renew', seats: '25', cycles: '2' },
    });
    expect(page.submitButton.textContent).to.contain('支付 ¥5,400.00');
    page.form.setAttribute('seats', '26');
    await page.until('支付 ¥5,616.00');
    await page.type('#seats', '27');
    page.form.setAttribute('seats', '28');
    await page.form.updateComplete;
    expect(page.input('#seats').value).to.equal('27');
  });

  it('ignores a wished kind that is not possible', async () => {
    const page = await readyForm(await createWorld(), { attributes: { mode: 'expand' } });
    expect(page.text).to.contain('购买 · 项目助手');
  });

  it('tells the price politely once typing rests', async () => {
    const page = await readyForm(await createWorld());
    await page.type('#seats', '3');
    await page.type('#seats', '30');
    const status = page.get('#announcement');
    expect(status.getAttribute('role')).to.equal('status');
    await page.until(() => status.textContent.includes('应付 ¥3,600.00，到期'));
  });
});
