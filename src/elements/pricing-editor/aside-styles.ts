import type { CSSResult } from 'lit';
import { findingStyles } from './styles/findings.js';
import { plotStyles } from './styles/plot.js';
import { aidStyles } from './styles/aids.js';
import { previewStyles } from './styles/preview.js';

/** The sheets of what loads apart. */
export const asideStyles: readonly CSSResult[] = [
  findingStyles,
  plotStyles,
  previewStyles,
  aidStyles,
];
