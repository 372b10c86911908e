import type { BillingBackend } from '../../src/contract/index.js';
import type { Policy } from '../../src/domain/policy/types.js';
import type { Quote } from '../../src/domain/pricing/types.js';
import { bareQuote } from './bare.js';

type Child = Node | string;

function el(tag: string, attributes: Record<string, string>, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const day = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium' });
const minute = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short' });
const currency = new Intl.NumberFormat('zh-CN', { style: 'currency', currency: 'CNY' });
const yuan = (fen: number) => currency.format(fen / 100);

function text(element: HTMLElement, value: string): void {
  element.textContent = value;
}

/**
 * What someone would write by hand for one page, without a library: the controls and texts that `<purchase-form>` shows for a first purchase,
 * in a shadow root with the same styles, alive. The yardstick of the bench.
 */
export async function vanillaForm(
  host: HTMLElement,
  backend: BillingBackend,
  installationId: string,
  styles: CSSStyleSheet[],
): Promise<void> {
  const [session, installation, published] = await Promise.all([
    backend.session(),
    backend.installation(installationId),
    backend.policy(installationId),
  ]);
  if (!published) throw new Error('There is no price');
  const { policy } = published;
  const quoteFor = (seats: number, cycles: number) =>
    bareQuote(policy, 'new', seats, cycles, [], session.now);

  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = styles;
  const seats = el('input', {
    class: 'input',
    type: 'text',
    id: 'seats',
    inputmode: 'numeric',
    autocomplete: 'off',
    'aria-describedby': 'seats-help',
    'aria-invalid': 'false',
  }) as HTMLInputElement;
  seats.value = String(policy.seatLimits?.min ?? 1);
  let cycles = 1;

  const chips = [5, 10, 20, 50, 100].map((count) => {
    const chip = el('button', { type: 'button', class: 'chip' }, `${count} 人`);
    chip.addEventListener('click', () => {
      seats.value = String(count);
      update();
    });
    return { chip, count };
  });
  const terms = [1, 2, 3, 4, 5].map((count) => termOf(count, count === cycles));
  for (const { input, count } of terms) {
    input.addEventListener('change', () => {
      cycles = count;
      update();
    });
  }
  const advice = el('span', {});
  const take = el('button', { type: 'button', class: 'link' }, '改为 2 年');
  const end = el('p', {});
  const lines = el('dl', { class: 'quote' });
  const due = el('strong', { class: 'amount due' });
  const pay = el('button', { type: 'submit', class: 'button primary' });
  const status = el('p', { class: 'visually-hidden', role: 'status' });

  const update = () => {
    const count = Number(seats.value);
    const quote = quoteFor(count, cycles);
    for (const { chip, count: preset } of chips) {
      chip.setAttribute('aria-pressed', String(preset === count));
    }
    for (const term of terms) fillTerm(term, quoteFor(count, term.count), policy);
    text(advice, `买 2 年更划算，每人每天 ${perDay(quoteFor(count, 2))}。`);
    text(end, minute.format(new Date(quote.endsAt)));
    lines.replaceChildren(...linesOf(quote));
    text(due, yuan(quote.payable));
    text(pay, `支付 ${yuan(quote.payable)}`);
    text(status, `应付 ${yuan(quote.payable)}`);
  };
  seats.addEventListener('input', update);
  const step = (by: number) => {
    seats.value = String(Number(seats.value) + by);
    update();
  };
  const fewer = iconButton('减少人数', 'M5 12h14');
  const more = iconButton('增加人数', 'M12 5v14M5 12h14');
  fewer.addEventListener('click', () => step(-1));
  more.addEventListener('click', () => step(1));

  const toggle = el('button', { type: 'button', class: 'link toggle' }, '展开明细');
  const form = el(
    'form',
    { class: 'compose', novalidate: '' },
    el('h2', { id: 'title', tabindex: '-1' }, `购买 · ${installation.appName}`),
    el(
      'div',
      { class: 'columns' },
      el(
        'div',
        { class: 'fields' },
        el(
          'div',
          { class: 'seats' },
          el(
            'div',
            { class: 'field' },
            el('label', { class: 'field-label', for: 'seats' }, '人数'),
            el(
              'div',
              { class: 'inline' },
              el(
                'div',
                { class: 'number' },
                el('div', { class: 'input-group' }, fewer, seats, more),
                el('span', { class: 'muted' }, '人'),
              ),
            ),
            el('ul', {
              class: 'field-issues',
              id: 'seats-issues',
              'aria-live': 'polite',
              hidden: '',
            }),
            el('div', { class: 'field-help', id: 'seats-help' }, '可购 5–500 人'),
          ),
          el(
            'div',
            { class: 'extras' },
            el('div', { class: 'presets', role: 'group' }, ...chips.map(({ chip }) => chip)),
          ),
        ),
        el('div', { class: 'terms' }, fieldset('时长', ...terms.map(({ label }) => label))),
        el('div', { class: 'extras' }, el('p', { class: 'advice' }, advice, take)),
        el(
          'div',
          { class: 'field plain' },
          el('span', { class: 'field-label', id: 'end-label' }, '到期'),
          el(
            'div',
            { class: 'stack', role: 'group', 'aria-labelledby': 'end-label' },
            end,
            el('p', { class: 'help' }, '按现在付款估算，实际从付款成功时起算。'),
            el('p', { class: 'help' }, '付款成功后立即开始；如有剩余的试用时间，不再保留。'),
          ),
        ),
        el(
          'div',
          { class: 'methods' },
          fieldset(
            '付款',
            radio('method', 'wechat', true, '微信支付').label,
            radio('method', 'bank', false, '对公转账').label,
          ),
        ),
      ),
      el(
        'aside',
        { class: 'summary', 'aria-labelledby': 'summary-title' },
        el(
          'div',
          { class: 'lines', id: 'lines' },
          el('h3', { id: 'summary-title' }, '费用明细'),
          lines,
        ),
        el(
          'div',
          { class: 'bar' },
          el('p', { class: 'total' }, el('span', {}, '应付'), due, toggle),
          pay,
        ),
      ),
    ),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  update();
  root.append(form, status);
  backend.watch(installationId, update);
}

interface Term {
  count: number;
  label: HTMLElement;
  input: HTMLInputElement;
  hint: HTMLElement;
}

const SVG = 'http://www.w3.org/2000/svg';

function iconButton(label: string, line: string): HTMLElement {
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('class', 'icon');
  icon.setAttribute('viewBox', '0 0 24 24');
  for (const side of ['width', 'height']) icon.setAttribute(side, '20');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', line);
  icon.append(path);
  return el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': label, 'aria-controls': 'seats' },
    icon,
  );
}

function radio(name: string, value: string, checked: boolean, caption: string) {
  const input = el('input', { type: 'radio', name, value }) as HTMLInputElement;
  input.checked = checked;
  const face = el('span', { class: 'segment-face' }, caption);
  return { input, face, label: el('label', { class: 'segment' }, input, face) };
}

function termOf(count: number, checked: boolean): Term {
  const { input, face, label } = radio('cycles', String(count), checked, `${count} 年`);
  const hint = el('span', { class: 'segment-hint' });
  face.append(hint);
  return { count, label, input, hint };
}

function fieldset(legend: string, ...options: Child[]): HTMLElement {
  return el(
    'fieldset',
    { class: 'field' },
    el('legend', { class: 'field-label' }, legend),
    el('div', { class: 'segmented-options' }, ...options),
  );
}

function perDay({ price, seats, purchasedDays, giftDays }: Quote): string {
  return yuan(Math.round(price / seats / (purchasedDays + giftDays)));
}

function fillTerm({ count, hint }: Term, quote: Quote, { offer }: Policy): void {
  const parts = [`${perDay(quote)}/人/天`, `至 ${day.format(new Date(quote.endsAt))}`];
  const step =
    offer?.type === 'discount'
      ? offer.steps.findLast(({ minCycles }) => minCycles <= count)
      : undefined;
  if (step) parts.unshift(`${step.payPercent / 10}折`, `省 ${yuan(quote.list - quote.price)}`);
  text(hint, parts.join('\n'));
}

function linesOf({ lines, payable, seats, cycles }: Quote): HTMLElement[] {
  const rows = lines.map(({ code, amount }) =>
    el(
      'div',
      { class: 'quote-line' },
      el(
        'dt',
        {},
        code === 'list' ? '标准价' : '折扣',
        el('div', { class: 'quote-operands' }, `${seats} 人 × ${cycles} 年`),
      ),
      el('dd', { class: 'amount' }, yuan(amount)),
    ),
  );
  const total = el(
    'div',
    { class: 'quote-line quote-due' },
    el('dt', {}, '应付'),
    el('dd', { class: 'amount' }, yuan(payable)),
  );
  return [...rows, total];
}
