import { css } from 'lit';

/** What came of it, or why nothing can be bought: a sign, a sentence, a way on. */
export const outcomeStyles = css`
  .outcome {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3);
    justify-items: center;
    max-width: 520px;
    margin-inline: auto;
    padding-block: var(--_space-6);
    overflow-wrap: anywhere;
    text-align: center;
  }

  .outcome-icon {
    color: var(--_color-text-muted);
  }

  .outcome-icon .icon {
    width: 48px;
    height: 48px;
    stroke-width: 1.5;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-3);
  }

  .outcome .actions {
    justify-content: center;
    margin-block-start: var(--_space-3);
  }
`;
