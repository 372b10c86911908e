import { css } from 'lit';

/** For the template dialog. */
export const dialogStyles = css`
  .dialog {
    width: min(480px, 100vw - 32px);
    max-height: min(720px, 100dvh - 32px);
    padding: 0;
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius-m);
    background: var(--_color-surface-raised);
    color: var(--_color-text);
    box-shadow: 0 12px 40px rgb(0 0 0 / 24%);
    overflow: auto;
  }

  .dialog::backdrop {
    background: rgb(0 0 0 / 48%);
  }

  .dialog-head,
  .dialog-actions {
    position: sticky;
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    padding: var(--_space-4) var(--_space-6);
    background: inherit;
  }

  .dialog-head {
    inset-block-start: 0;
    justify-content: space-between;
  }

  .dialog-body {
    display: grid;
    gap: var(--_space-4);
    padding: 0 var(--_space-6) var(--_space-4);
  }

  .dialog-actions {
    inset-block-end: 0;
    flex-wrap: wrap;
    justify-content: flex-end;
    border-block-start: 1px solid var(--_color-line);
  }
`;
