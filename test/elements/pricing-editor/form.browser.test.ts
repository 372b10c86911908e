import { expect, fixture, html } from '@open-wc/testing';
import type { Policy } from '../../../src/domain/index.js';
import '../../../src/elements/pricing-editor/define.js';
import type { PricingEditor } from '../../../src/elements/pricing-editor/pricing-editor.js';
import { fullPolicy } from './draft/drafts.js';
import { field, issuesOf, maybe, mount, settled, textOf, type } from './mount.js';

async function inForm(
  value: Policy | null,
): Promise<{ form: HTMLFormElement; editor: PricingEditor }> {
  const form = await fixture<HTMLFormElement>(
    html`<form>
      <fieldset>
        <pricing-editor lang="zh-CN" name="policy" .value=${value}></pricing-editor>
      </fieldset>
    </form>`,
  );
  const editor = form.querySelector('pricing-editor')!;
  await settled(editor);
  return { form, editor };
}

const submitted = (form: HTMLFormElement) => new FormData(form).get('policy');

describe('as a field of a form', () => {
  it('submits its policy as JSON', async () => {
    const { form, editor } = await inForm(fullPolicy);
    expect(JSON.parse(submitted(form) as string)).to.deep.equal(fullPolicy);
    await type(editor, 'trial-days', '30');
    expect((JSON.parse(submitted(form) as string) as Policy).trial.days).to.equal(30);
    expect(editor.form).to.equal(form);
  });

  it('is invalid while anything is wrong, and submits nothing then', async () => {
    const { form, editor } = await inForm(fullPolicy);
    expect(form.checkValidity()).to.equal(true);
    await type(editor, 'trial-days', '90');
    expect(form.checkValidity()).to.equal(false);
    expect(editor.validity?.customError).to.equal(true);
    expect(editor.validationMessage).to.contain('1');
    expect(submitted(form)).to.equal(null);
    await type(editor, 'trial-days', '9');
    expect(form.checkValidity()).to.equal(true);
  });

  it('goes back to what it was given when the form is reset', async () => {
    const { form, editor } = await inForm(fullPolicy);
    await type(editor, 'trial-days', 'x');
    form.reset();
    await editor.updateComplete;
    expect(field(editor, 'trial-days').value).to.equal('15');
    expect(editor.value).to.deep.equal(fullPolicy);
  });

  it('brings back what was typed when the browser restores it', async () => {
    const { editor } = await inForm(fullPolicy);
    let state: unknown = null;
    const { setFormValue } = ElementInternals.prototype;
    ElementInternals.prototype.setFormValue = function (this: ElementInternals, value, kept) {
      state = kept;
      setFormValue.call(this, value, kept);
    };
    try {
      await type(editor, 'trial-days', '十五');
    } finally {
      ElementInternals.prototype.setFormValue = setFormValue;
    }
    const { editor: fresh } = await inForm(null);
    fresh.formStateRestoreCallback(state);
    await fresh.updateComplete;
    expect(field(fresh, 'trial-days').value).to.equal('十五');
    fresh.formStateRestoreCallback('{"nonsense":1}');
    fresh.formStateRestoreCallback('not even JSON');
    expect(field(fresh, 'trial-days').value).to.equal('十五');
  });

  it('takes what the browser fills in from an earlier submission', async () => {
    const { editor } = await inForm(null);
    editor.formStateRestoreCallback(JSON.stringify(fullPolicy), 'autocomplete');
    await editor.updateComplete;
    expect(editor.value).to.deep.equal(fullPolicy);
  });

  it('keeps the browser from submitting what is wrong, and shows where', async () => {
    const { form, editor } = await inForm(fullPolicy);
    let submissions = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submissions++;
    });
    await type(editor, 'tier-1-amount', '');
    form.requestSubmit();
    await editor.updateComplete;
    expect(submissions).to.equal(0);
    expect(issuesOf(editor, 'tier-1-amount')).to.equal('请填写。');
    await type(editor, 'tier-1-amount', '5');
    form.requestSubmit();
    expect(submissions).to.equal(1);
  });

  it('points the browser at the field to begin with', async () => {
    const anchors: (HTMLElement | undefined)[] = [];
    const { setValidity } = ElementInternals.prototype;
    ElementInternals.prototype.setValidity = function (this: ElementInternals, ...args) {
      anchors.push(args[2]);
      setValidity.apply(this, args);
    };
    try {
      const { editor } = await inForm(fullPolicy);
      await type(editor, 'tier-2-upTo', '3');
      expect(anchors.at(-1)).to.equal(field(editor, 'tier-2-upTo'));
    } finally {
      ElementInternals.prototype.setValidity = setValidity;
    }
  });

  it('is no fault while nobody has begun, unless it is required', async () => {
    const { form, editor } = await inForm(null);
    expect(form.checkValidity()).to.equal(true);
    expect(submitted(form)).to.equal(null);
    editor.required = true;
    await editor.updateComplete;
    expect(form.checkValidity()).to.equal(false);
    expect(editor.validity?.valueMissing).to.equal(true);
    await type(editor, 'trial-days', '20');
    expect(editor.validity?.valueMissing).to.equal(false);
    expect(editor.validity?.customError).to.equal(true);
    await type(editor, 'unit-amount', '120');
    expect(form.checkValidity()).to.equal(true);
    expect(submitted(form)).to.contain('"unitAmount":12000');
  });

  it('is submitted but not edited when it is read-only', async () => {
    const { form, editor } = await inForm(fullPolicy);
    editor.readOnly = true;
    await editor.updateComplete;
    expect(editor.hasAttribute('readonly')).to.equal(true);
    expect(field(editor, 'trial-days').disabled).to.equal(true);
    expect(maybe(editor, '#add-tier')).to.equal(null);
    expect(JSON.parse(submitted(form) as string)).to.deep.equal(fullPolicy);
  });

  it('is neither submitted nor edited when it is disabled, and comes back', async () => {
    const { form, editor } = await inForm(fullPolicy);
    await type(editor, 'trial-days', '99');
    editor.disabled = true;
    await editor.updateComplete;
    expect(field(editor, 'trial-days').disabled).to.equal(true);
    expect(editor.willValidate).to.equal(false);
    expect(form.checkValidity()).to.equal(true);
    expect(submitted(form)).to.equal(null);
    editor.disabled = false;
    await editor.updateComplete;
    expect(field(editor, 'trial-days').value).to.equal('99');
    expect(form.checkValidity()).to.equal(false);
  });

  it('cannot be edited in a disabled fieldset', async () => {
    const { form, editor } = await inForm(fullPolicy);
    form.querySelector('fieldset')!.disabled = true;
    await editor.updateComplete;
    expect(field(editor, 'trial-days').disabled).to.equal(true);
    expect(submitted(form)).to.equal(null);
  });
});

describe('without a backend', () => {
  it('edits the value it was given, and publishes nothing', async () => {
    const { editor } = await inForm(fullPolicy);
    expect(maybe(editor, '.checklist')).to.equal(null);
    expect(maybe(editor, '#publish')).to.equal(null);
    expect(textOf(editor, '.preview')).to.contain('试算');
  });

  it('begins blank with null', async () => {
    const { editor } = await inForm(null);
    expect(field(editor, 'unit-amount').value).to.equal('');
    expect(editor.value).to.equal(null);
    await type(editor, 'unit-amount', '120');
    expect(editor.value?.rule).to.deep.equal({ type: 'per-seat', unitAmount: 12_000 });
  });

  it('takes another value live, and a value given before the class was there', async () => {
    const { editor } = await inForm(fullPolicy);
    editor.value = { ...fullPolicy, trial: { days: 60, extraDays: null } };
    await editor.updateComplete;
    expect(field(editor, 'trial-days').value).to.equal('60');
    expect(maybe(editor, '#extra-days')).to.equal(null);
  });

  it('has no backend where an app was named or no value given', async () => {
    const named = await mount(null);
    named.value = fullPolicy;
    await named.updateComplete;
    expect(textOf(named, '.state')).to.contain('还没有连接计费服务');
    const bare = await mount(null, '');
    expect(textOf(bare, '.state')).to.contain('还没有连接计费服务');
  });
});
