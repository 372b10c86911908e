import { css } from 'lit';

/** For the template stateView: one calm card in the place of what is not there. */
export const stateStyles = css`
  .state {
    display: grid;
    justify-items: center;
    gap: var(--_space-2);
    padding: var(--_space-7) var(--_space-5);
    text-align: center;
    text-wrap: balance;
  }

  .state > .icon {
    width: 32px;
    height: 32px;
    color: var(--_color-text-muted);
  }

  .state.failed > .icon {
    color: var(--_color-danger);
  }

  .state h2 {
    margin-block-start: var(--_space-1);
  }

  .state p {
    max-width: 36em;
    color: var(--_color-text-muted);
  }

  .state .button {
    margin-block-start: var(--_space-3);
  }
`;
