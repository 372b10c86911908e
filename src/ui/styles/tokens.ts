import { css } from 'lit';

/**
 * The tokens (LOOK). A host overrides any `--seatkit-*` from outside; inside, styles read the private `--_*` of the same name.
 * `--_light` and `--_dark` are a switch: the one that is `initial` lets its values through, the one that is blank hides them.
 */
export const tokens = css`
  :host {
    --_light: initial;
    --_dark: ;
    --_color-accent: var(--seatkit-color-accent, var(--_light, #0052d9) var(--_dark, #6ea1ff));
    --_color-accent-hover: var(
      --seatkit-color-accent-hover,
      var(--_light, #003cab) var(--_dark, #96bbff)
    );
    --_color-accent-on: var(--seatkit-color-accent-on, var(--_light, #fff) var(--_dark, #0b1220));
    --_color-surface: var(--seatkit-color-surface, var(--_light, #fff) var(--_dark, #17191d));
    --_color-surface-raised: var(
      --seatkit-color-surface-raised,
      var(--_light, #fff) var(--_dark, #1f2227)
    );
    --_color-surface-sunken: var(
      --seatkit-color-surface-sunken,
      var(--_light, #f5f7fa) var(--_dark, #101215)
    );
    --_color-text: var(--seatkit-color-text, var(--_light, #181b20) var(--_dark, #e8eaed));
    --_color-text-muted: var(
      --seatkit-color-text-muted,
      var(--_light, #5a6270) var(--_dark, #a3abb8)
    );
    --_color-line: var(--seatkit-color-line, var(--_light, #e3e6eb) var(--_dark, #2d3138));
    --_color-line-strong: var(
      --seatkit-color-line-strong,
      var(--_light, #7f8895) var(--_dark, #767f8c)
    );
    --_color-success: var(--seatkit-color-success, var(--_light, #0f7a4d) var(--_dark, #4cc38a));
    --_color-success-surface: var(
      --seatkit-color-success-surface,
      var(--_light, #e8f6ef) var(--_dark, #12291f)
    );
    --_color-warning: var(--seatkit-color-warning, var(--_light, #9a4b00) var(--_dark, #f0a04b));
    --_color-warning-surface: var(
      --seatkit-color-warning-surface,
      var(--_light, #fff3e0) var(--_dark, #2e2110)
    );
    --_color-danger: var(--seatkit-color-danger, var(--_light, #c4262e) var(--_dark, #ff7b80));
    --_color-danger-surface: var(
      --seatkit-color-danger-surface,
      var(--_light, #fdecec) var(--_dark, #331a1c)
    );
    --_font-family: var(
      --seatkit-font-family,
      system-ui,
      -apple-system,
      'PingFang SC',
      'Microsoft YaHei',
      'Noto Sans SC',
      sans-serif
    );
    --_font-size-s: var(--seatkit-font-size-s, 0.75rem);
    --_font-size-m: var(--seatkit-font-size-m, 0.875rem);
    --_font-size-l: var(--seatkit-font-size-l, 1rem);
    --_font-size-xl: var(--seatkit-font-size-xl, 1.25rem);
    --_font-size-xxl: var(--seatkit-font-size-xxl, 1.75rem);
    --_space-1: var(--seatkit-space-1, 4px);
    --_space-2: var(--seatkit-space-2, 8px);
    --_space-3: var(--seatkit-space-3, 12px);
    --_space-4: var(--seatkit-space-4, 16px);
    --_space-5: var(--seatkit-space-5, 20px);
    --_space-6: var(--seatkit-space-6, 24px);
    --_space-7: var(--seatkit-space-7, 32px);
    --_space-8: var(--seatkit-space-8, 48px);
    --_radius-s: var(--seatkit-radius-s, 6px);
    --_radius-m: var(--seatkit-radius-m, 10px);
    --_control-height: var(--seatkit-control-height, 36px);
    --_focus-ring: var(--seatkit-focus-ring, 2px solid var(--_color-accent));
  }

  @media (pointer: coarse) {
    :host {
      --_control-height: var(--seatkit-control-height, 44px);
    }
  }
`;
