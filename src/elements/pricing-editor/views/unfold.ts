import { html, nothing, type TemplateResult } from 'lit';

export interface Unfold {
  summary: string;
  open: boolean;
  /** Made only while it is open: a hidden table of a hundred rows costs as much as one that is seen. */
  content: () => TemplateResult;
  onToggle: (open: boolean) => void;
  className?: string;
}

/** Something more to look at, folded up until somebody wants it. */
export function unfold({
  summary,
  open,
  content,
  onToggle,
  className = '',
}: Unfold): TemplateResult {
  return html`<details
    class=${className}
    ?open=${open}
    @toggle=${(event: Event) => {
      const now = (event.currentTarget as HTMLDetailsElement).open;
      if (now !== open) onToggle(now);
    }}
  >
    <summary>${summary}</summary>
    ${open ? content() : nothing}
  </details>`;
}
