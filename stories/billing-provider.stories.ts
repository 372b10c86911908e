import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { BillingProvider } from '../src/elements/billing-provider/billing-provider.js';
import 'seatkit/billing-provider/define';
import 'seatkit/order-list/define';
import { soldApp } from './world.js';

const meta: Meta<BillingProvider> = {
  title: 'Elements/billing-provider',
  component: 'billing-provider',
};

export default meta;

type Story = StoryObj<BillingProvider>;

/** A backend in the page, given as a property. */
export const Backend: Story = {
  render: () => html`
    <billing-provider .backend=${soldApp()}><order-list></order-list></billing-provider>
  `,
};

/** None yet: what is inside says so, and begins when one comes. */
export const None: Story = {
  render: () => html`<billing-provider><order-list></order-list></billing-provider>`,
};

/** A server that cannot be reached: what is inside says so and offers to try again. */
export const Unreachable: Story = {
  render: () => html`
    <billing-provider src="https://billing.invalid/"><order-list></order-list></billing-provider>
  `,
  parameters: { busy: true },
};
