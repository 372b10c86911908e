import { expect, fixture, html } from '@open-wc/testing';
import { choice } from '../../../src/ui/templates/choice.js';
import { field } from '../../../src/ui/templates/field.js';
import { moneyField } from '../../../src/ui/templates/money-field.js';
import { numberField, type NumberField } from '../../../src/ui/templates/number-field.js';
import { segmented } from '../../../src/ui/templates/segmented.js';

/** What assistive technology reads after the name of `control`. */
function description(control: Element): string {
  const root = control.getRootNode() as Document;
  return (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => root.getElementById(id)?.textContent.trim() ?? '')
    .join(' ');
}

const press = (target: Element, key: string) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

describe('field', () => {
  it('ties label, help and issues to its control', async () => {
    const view = await fixture<HTMLElement>(
      html`<div>
        ${field({
          id: 'price',
          label: 'Price',
          help: 'Per seat.',
          issues: ['Too low.', 'No number.'],
          control: (wiring) => moneyField({ wiring, value: 'x', symbol: '¥', onInput: () => null }),
        })}
      </div>`,
    );
    const input = view.querySelector('input')!;
    expect(input.labels?.[0]?.textContent.trim()).to.equal('Price');
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    expect(description(input)).to.match(/Too low\.\s*No number\.\s+Per seat\./);
    await expect(view).to.be.accessible();
  });

  it('describes nothing where there is nothing to say', async () => {
    const view = await fixture<HTMLElement>(
      html`<div>
        ${field({
          id: 'seats',
          label: 'Seats',
          control: (wiring) => numberField({ wiring, value: '', onInput: () => null }),
        })}
      </div>`,
    );
    const input = view.querySelector('input')!;
    expect(input.hasAttribute('aria-describedby')).to.equal(false);
    expect(input.getAttribute('aria-invalid')).to.equal('false');
    await expect(view).to.be.accessible();
  });
});

describe('numberField', () => {
  async function setup(options: Partial<NumberField['steps']> = {}) {
    const typed: string[] = [];
    const steps: number[] = [];
    const view = await fixture<HTMLElement>(
      html`<div>
        ${field({
          id: 'seats',
          label: 'Seats',
          control: (wiring) =>
            numberField({
              wiring,
              value: '30',
              unit: 'seats',
              onInput: (text) => typed.push(text),
              steps: {
                decreaseLabel: 'Fewer',
                increaseLabel: 'More',
                canDecrease: true,
                canIncrease: true,
                onStep: (direction) => steps.push(direction),
                ...options,
              },
            }),
        })}
      </div>`,
    );
    const input = view.querySelector('input')!;
    const [fewer, more] = view.querySelectorAll('button');
    return { view, input, fewer: fewer!, more: more!, typed, steps };
  }

  it('hands over what is typed, whatever it is', async () => {
    const { view, input, typed } = await setup();
    input.value = '一百';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    expect(typed).to.deep.equal(['一百']);
    expect(input.inputMode).to.equal('numeric');
    await expect(view).to.be.accessible();
  });

  it('steps by button and by arrow key', async () => {
    const { input, fewer, more, steps } = await setup();
    more.click();
    fewer.click();
    press(input, 'ArrowUp');
    press(input, 'ArrowDown');
    press(input, '5');
    expect(steps).to.deep.equal([1, -1, 1, -1]);
  });

  it('does not step where there is no further', async () => {
    const { input, fewer, steps } = await setup({ canDecrease: false });
    expect(fewer.disabled).to.equal(true);
    press(input, 'ArrowDown');
    expect(steps).to.deep.equal([]);
  });
});

describe('segmented', () => {
  const options = [
    { value: 'a', label: 'One' },
    { value: 'b', label: 'Two', hint: '9折' },
    { value: 'c', label: 'Three', disabled: true },
  ] as const;

  it('is a radio group that says what was chosen', async () => {
    const chosen: string[] = [];
    const view = await fixture<HTMLElement>(
      html`<div>
        ${segmented({
          id: 'term',
          legend: 'Term',
          options,
          value: 'a',
          issues: ['Choose one.'],
          onChange: (value) => chosen.push(value),
        })}
      </div>`,
    );
    const radios = [...view.querySelectorAll('input')];
    expect(radios.map(({ checked }) => checked)).to.deep.equal([true, false, false]);
    expect(radios.map(({ disabled }) => disabled)).to.deep.equal([false, false, true]);
    radios[1]!.click();
    expect(chosen).to.deep.equal(['b']);
    expect(description(view.querySelector('fieldset')!)).to.contain('Choose one.');
    await expect(view).to.be.accessible();
  });
});

describe('choice', () => {
  it('is a checkbox that its label checks', async () => {
    const chosen: boolean[] = [];
    const view = await fixture<HTMLElement>(
      html`<div>
        ${choice({
          id: 'accept',
          label: 'I accept',
          checked: false,
          help: 'It is final.',
          onChange: (checked) => chosen.push(checked),
        })}
      </div>`,
    );
    view.querySelector('label')!.click();
    expect(chosen).to.deep.equal([true]);
    expect(description(view.querySelector('input')!)).to.equal('It is final.');
    await expect(view).to.be.accessible();
  });
});
