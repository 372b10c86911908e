import { css } from 'lit';

export const taskStyles = css`
  .task {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-4);
  }

  .task-order {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--_space-1) var(--_space-3);
    overflow-wrap: anywhere;
  }

  .consequences {
    display: grid;
    gap: var(--_space-3);
    padding: var(--_space-4);
    border-radius: var(--_radius-s);
    background: var(--_color-surface-sunken);
  }

  .titles {
    display: grid;
    gap: var(--_space-2);
    font-size: var(--_font-size-s);
  }

  .titles-options {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }

  .title-option {
    display: grid;
    justify-items: start;
    max-width: 100%;
    height: auto;
    padding-block: var(--_space-1);
    text-align: start;
    overflow-wrap: anywhere;
    white-space: normal;
  }

  .title-option[aria-pressed='true'] {
    border-color: var(--_color-accent);
  }

  .task-pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(180px, 100%), 1fr));
    gap: var(--_space-4);
    align-items: start;
  }

  .field-warning {
    display: flex;
    gap: var(--_space-1);
    color: var(--_color-warning);
    font-size: var(--_font-size-s);
  }

  .field-warning .icon {
    width: 1rem;
    height: 1rem;
  }

  blockquote.message {
    margin: var(--_space-2) 0;
    padding-inline-start: var(--_space-3);
    border-inline-start: 3px solid var(--_color-line);
  }
`;
