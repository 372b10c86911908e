import { css } from 'lit';

/** Two columns where there is room, one below the other where not; a bar at the foot that stays in view. */
export const layoutStyles = css`
  .editor {
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius-m);
    background: var(--_color-surface);
  }

  /* What loads apart must not push the form down. */
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2) var(--_space-4);
    align-items: center;
    min-height: 68px;
    padding: var(--_space-3) var(--_space-5);
    border-block-end: 1px solid var(--_color-line);
  }

  .notes > * {
    margin: var(--_space-4) var(--_space-5) 0;
  }

  .form,
  .preview {
    display: grid;
    align-content: start;
    min-width: 0;
  }

  .form > *,
  .preview > * {
    display: grid;
    gap: var(--_space-3);
    padding: var(--_space-4) var(--_space-5);
  }

  .form > * + *,
  .preview > * + * {
    border-block-start: 1px solid var(--_color-line);
  }

  .preview {
    border-block-start: 1px solid var(--_color-line);
  }

  .section > legend,
  section > .field > legend,
  .preview h3 {
    float: inline-start;
    width: 100%;
    font-size: var(--_font-size-m);
    font-weight: 600;
  }

  /* What has the focus must not hide behind the bar at the foot. */
  .form *,
  .preview * {
    scroll-margin-block: var(--_space-6) 120px;
  }

  .fields {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: var(--_space-3) var(--_space-6);
  }

  .form .field > .input-group {
    width: min(16em, 100%);
  }

  .stack {
    display: grid;
    gap: var(--_space-3);
    flex: 1 1 220px;
  }

  .input.short {
    width: 7em;
    text-transform: uppercase;
  }

  .warnings .icon {
    color: var(--_color-warning);
  }

  footer {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    display: grid;
    gap: var(--_space-3);
    padding: var(--_space-3) var(--_space-5);
    border-block-start: 1px solid var(--_color-line);
    border-radius: 0 0 var(--_radius-m) var(--_radius-m);
    background: var(--_color-surface-raised);
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: var(--_space-2) var(--_space-3);
  }

  .status {
    display: flex;
    flex: 1 1 auto;
    flex-wrap: wrap;
    gap: 0 var(--_space-4);
    align-items: center;
  }

  .link.problem {
    color: var(--_color-danger);
  }

  .problem .icon {
    width: 16px;
    height: 16px;
  }

  @container (min-width: 860px) {
    .columns {
      display: grid;
      grid-template-columns: minmax(0, 1.1fr) minmax(0, 1fr);
    }

    .columns > form,
    .columns > .form {
      border-inline-end: 1px solid var(--_color-line);
    }

    .preview {
      position: sticky;
      inset-block-start: 0;
      align-self: start;
      border-block-start: 0;
    }
  }

  @container (max-width: 480px) {
    .notes > * {
      margin-inline: var(--_space-4);
    }

    .form > *,
    .preview > *,
    footer {
      padding-inline: var(--_space-4);
    }

    .bar .button.primary {
      flex: 1 1 auto;
    }
  }
`;
