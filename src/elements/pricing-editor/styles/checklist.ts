import { css } from 'lit';

/** The way to launch: a row of steps, a column where there is no room. */
export const checklistStyles = css`
  .checklist {
    display: grid;
    gap: var(--_space-3);
    padding: var(--_space-4) var(--_space-5);
    border-block-end: 1px solid var(--_color-line);
    border-radius: var(--_radius-m) var(--_radius-m) 0 0;
    background: var(--_color-surface-sunken);
  }

  .checklist ol {
    display: grid;
    gap: var(--_space-3);
  }

  .checklist li {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-width: 0;
  }

  .checklist .done .icon {
    color: var(--_color-success);
  }

  .checklist .step {
    display: grid;
    line-height: 1.3;
  }

  .checklist .open .step > :first-child {
    font-weight: 600;
  }

  .step-state {
    color: var(--_color-text-muted);
    font-size: var(--_font-size-s);
  }

  .checklist .button {
    margin-inline-start: auto;
  }

  .dot {
    flex: none;
    width: 20px;
    height: 20px;
    border: 2px solid var(--_color-line-strong);
    border-radius: 50%;
  }

  .open .dot {
    border: 6px solid var(--_color-accent);
  }

  @container (min-width: 720px) {
    .checklist ol {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_space-3) var(--_space-6);
    }

    .checklist .button {
      margin-inline-start: var(--_space-1);
    }
  }
`;
