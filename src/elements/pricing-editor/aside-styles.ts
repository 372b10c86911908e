import type { CSSResult } from 'lit';
import { plotStyles } from './styles/plot.js';
import { aidStyles } from './styles/aids.js';
import { previewStyles } from './styles/preview.js';

/** The sheets of what loads apart. */
export const asideStyles: readonly CSSResult[] = [plotStyles, previewStyles, aidStyles];
