import type { CSSResultGroup } from 'lit';
import { BareElement } from './bare-element.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';

/** What the elements of the kit have in common, their looks included. */
export abstract class SeatkitElement extends BareElement {
  static override styles: CSSResultGroup = [tokens, base];
}
