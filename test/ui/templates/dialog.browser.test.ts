import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { dialog } from '../../../src/ui/templates/dialog.js';
import { waitUntil } from '../../helpers/wait-until.js';

class DialogHost extends LitElement {
  open = false;
  closings = 0;

  protected override render(): TemplateResult {
    return html`<button id="opener" @click=${() => this.show(true)}>Open</button> ${dialog({
        id: 'confirm',
        open: this.open,
        heading: 'Really?',
        body: html`<input aria-label="Reason" />`,
        actions: html`<button id="yes">Yes</button>`,
        closeLabel: 'Close',
        onClose: () => this.closed(),
      })}`;
  }

  show(open: boolean): void {
    this.open = open;
    this.requestUpdate();
  }

  closed(): void {
    this.closings += 1;
    this.show(false);
  }

  find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }
}

customElements.define('dialog-host', DialogHost);

async function setup(open = false) {
  const host = await fixture<DialogHost>(html`<dialog-host .open=${open}></dialog-host>`);
  return { host, box: host.renderRoot.querySelector('dialog')! };
}

describe('dialog', () => {
  it('is modal, named, and holds nothing while it is closed', async () => {
    const { host, box } = await setup();
    expect(box.open).to.equal(false);
    expect(host.find('#yes')).to.equal(null);
    host.show(true);
    await waitUntil(() => box.open);
    expect(box.matches(':modal')).to.equal(true);
    expect(host.find(`#${box.getAttribute('aria-labelledby') ?? ''}`)?.textContent).to.equal(
      'Really?',
    );
    await expect(host).to.be.accessible();
  });

  it('opens at the first rendering too', async () => {
    const { box } = await setup(true);
    await waitUntil(() => box.open);
  });

  it('gives focus back where it came from', async () => {
    const { host, box } = await setup();
    const opener = host.find('#opener')!;
    opener.focus();
    opener.click();
    await waitUntil(() => box.open);
    expect(host.shadowRoot?.activeElement).not.to.equal(opener);
    host.find('.dialog-head button')!.click();
    await waitUntil(() => !box.open);
    expect(host.shadowRoot?.activeElement).to.equal(opener);
    expect(host.closings).to.equal(1);
  });

  it('asks the element when Escape is pressed', async () => {
    const { host, box } = await setup(true);
    await waitUntil(() => box.open);
    const cancel = new Event('cancel', { cancelable: true });
    box.dispatchEvent(cancel);
    expect(cancel.defaultPrevented).to.equal(true);
    expect(host.closings).to.equal(1);
    await waitUntil(() => !box.open);
  });

  it('stays open when it is opened again before its last closing was told', async () => {
    const { host, box } = await setup(true);
    await waitUntil(() => box.open);
    const told = oneEvent(box, 'close');
    host.show(false);
    await host.updateComplete;
    host.show(true);
    await host.updateComplete;
    await told;
    expect(box.open).to.equal(true);
    expect([host.open, host.closings]).to.deep.equal([true, 0]);
  });

  it('tells the element when the browser closed it', async () => {
    const { host, box } = await setup(true);
    await waitUntil(() => box.open);
    const closed = oneEvent(box, 'close');
    box.close();
    await closed;
    expect(host.open).to.equal(false);
    expect(host.closings).to.equal(1);
  });
});
