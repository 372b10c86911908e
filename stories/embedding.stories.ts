import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { defineAll } from 'seatkit';
import { provideBackend } from 'seatkit/backend';
import 'seatkit/expiry-gate/define';
import 'seatkit/order-list/define';
import 'seatkit/purchase-form/define';
import { INSTALLATION, soldApp } from './world.js';

const meta: Meta = { title: 'Embedding' };

export default meta;

/** Any element of the page can provide the backend, without a tag of the kit. */
export const PlainElement: StoryObj = {
  render: () => {
    const host = document.createElement('div');
    provideBackend(host, soldApp());
    host.append(document.createElement('order-list'));
    return host;
  },
};

/** An app within its gate, with a place to buy. */
export const GatedApp: StoryObj = {
  render: () => {
    const backend = soldApp();
    return html`
      <expiry-gate installation-id=${INSTALLATION} .backend=${backend}>
        <purchase-form
          slot="purchase"
          installation-id=${INSTALLATION}
          environment="desktop"
          .backend=${backend}
        ></purchase-form>
        <h2>本周看板</h2>
        <p>更新合同模板</p>
      </expiry-gate>
    `;
  },
};

/** Tags under a prefix of the host's, beside whatever else is registered. */
export const Prefixed: StoryObj = {
  render: () => {
    defineAll({ prefix: 'acme' });
    return html`<acme-order-list .backend=${soldApp()}></acme-order-list>`;
  },
};
