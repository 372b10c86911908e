import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import 'seatkit/order-list/define';
import 'seatkit/purchase-form/define';
import './theming.css';
import { INSTALLATION, soldApp } from './world.js';

const meta: Meta = { title: 'Theming' };

export default meta;

function form(theme: 'auto' | 'light' = 'auto'): TemplateResult {
  return html`<purchase-form
    installation-id=${INSTALLATION}
    environment="desktop"
    theme=${theme}
    .backend=${soldApp()}
  ></purchase-form>`;
}

/** A brand of its own: the accent, the corners, the type. Every token can be set on the element or anywhere around it. */
export const Brand: StoryObj = {
  render: () => html` <div class="brand">${form('light')}</div> `,
};

/** Dark on a light page, because the host says so. */
export const DarkByName: StoryObj = {
  render: () => html`
    <div class="night">
      <order-list theme="dark" .backend=${soldApp()}></order-list>
    </div>
  `,
};

/** The element adapts to its box, not to the window: a sidebar gets the layout of a phone. */
export const NarrowBox: StoryObj = {
  render: () => html` <div class="sidebar">${form()}</div> `,
};
