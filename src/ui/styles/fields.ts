import { css } from 'lit';
import { controlStyles } from './controls.js';
import { inputStyles } from './inputs.js';

/** For the templates field, number-field, money-field, segmented and choice. `.input` also suits a select and a textarea. */
export const fieldStyles = css`
  ${inputStyles}
  ${controlStyles}

  .number {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
  }

  .number .input-group > .input {
    width: 7em;
    text-align: center;
  }
`;
