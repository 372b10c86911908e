import type { CSSResultGroup, CSSResultOrNative } from 'lit';
import { BareElement } from './bare-element.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { Theming } from './theming.js';

/**
 * What the elements of the kit have in common, their looks included.
 *
 * @cssproperty --seatkit-color-accent - Primary action, selection, links.
 * @cssproperty --seatkit-color-accent-hover - The accent under the pointer.
 * @cssproperty --seatkit-color-accent-on - Text on the accent.
 * @cssproperty --seatkit-color-surface - Page.
 * @cssproperty --seatkit-color-surface-raised - Cards and dialogs.
 * @cssproperty --seatkit-color-surface-sunken - Heads of tables, quiet boxes.
 * @cssproperty --seatkit-color-text - Text.
 * @cssproperty --seatkit-color-text-muted - Quiet text; keep 4.5:1.
 * @cssproperty --seatkit-color-line - Separators.
 * @cssproperty --seatkit-color-line-strong - Borders of controls; keep 3:1.
 * @cssproperty --seatkit-color-success - Good ends.
 * @cssproperty --seatkit-color-success-surface - Behind them.
 * @cssproperty --seatkit-color-warning - What deserves a look.
 * @cssproperty --seatkit-color-warning-surface - Behind it.
 * @cssproperty --seatkit-color-danger - Errors, and what cannot be undone.
 * @cssproperty --seatkit-color-danger-surface - Behind them.
 * @cssproperty --seatkit-font-family - Type.
 * @cssproperty --seatkit-font-size-s - Notes.
 * @cssproperty --seatkit-font-size-m - Text.
 * @cssproperty --seatkit-font-size-l - Headings inside.
 * @cssproperty --seatkit-font-size-xl - Heading, amount in the bar.
 * @cssproperty --seatkit-font-size-xxl - The amount due.
 * @cssproperty --seatkit-space-1 - Step 1 of 8 of the spaces.
 * @cssproperty --seatkit-space-2 - Step 2 of 8 of the spaces.
 * @cssproperty --seatkit-space-3 - Step 3 of 8 of the spaces.
 * @cssproperty --seatkit-space-4 - Step 4 of 8 of the spaces.
 * @cssproperty --seatkit-space-5 - Step 5 of 8 of the spaces.
 * @cssproperty --seatkit-space-6 - Step 6 of 8 of the spaces.
 * @cssproperty --seatkit-space-7 - Step 7 of 8 of the spaces.
 * @cssproperty --seatkit-space-8 - Step 8 of 8 of the spaces.
 * @cssproperty --seatkit-radius-s - Controls.
 * @cssproperty --seatkit-radius-m - Cards.
 * @cssproperty --seatkit-control-height - Least height of controls; 44px on touch without it.
 * @cssproperty --seatkit-focus-ring - Outline of what has the focus.
 */
export abstract class SeatkitElement extends BareElement {
  static override styles: CSSResultGroup = [tokens, base];

  readonly #theming = new Theming(this, () => this.sheets);

  /** The element's style sheets, without those of its theme. One that grows calls {@link applyTheme} afterwards. */
  protected get sheets(): CSSResultOrNative[] {
    return (this.constructor as typeof SeatkitElement).elementStyles;
  }

  protected applyTheme(): void {
    this.#theming.apply();
  }
}
