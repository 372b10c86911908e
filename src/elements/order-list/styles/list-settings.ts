import { css } from 'lit';

/** What the viewer's device and settings ask of the list; last, so that it wins over every width. */
export const listSettingsStyles = css`
  @media (pointer: coarse) {
    .button.compact,
    .icon-button.compact {
      min-height: 44px;
    }

    .icon-button.compact {
      width: 44px;
    }

    .sort {
      min-height: 44px;
    }
  }

  @media (forced-colors: active) {
    .row[aria-selected='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
