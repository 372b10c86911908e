/** Where text of a form does not fit: what is cut off, sticks out of the form, or lies on other text. */
export function misfits(host: Element): string[] {
  const root = host.shadowRoot!;
  const box = host.getBoundingClientRect();
  const shown = [...root.querySelectorAll<HTMLElement>('*')].filter(isShown);
  const faults: string[] = [];
  for (const element of shown) {
    const { overflowX, display } = getComputedStyle(element);
    const { left, right } = element.getBoundingClientRect();
    const scrolls = overflowX === 'auto' || overflowX === 'scroll';
    if (!scrolls && display !== 'inline' && element.scrollWidth > element.clientWidth + 1) {
      faults.push(`${name(element)} needs ${element.scrollWidth} of ${element.clientWidth} px`);
    }
    if (element.closest('.scroll, .lines') && !element.matches('.scroll, .lines')) continue;
    if (left < box.left - 1 || right > box.right + 1) {
      faults.push(`${name(element)} reaches from ${left - box.left} to ${right - box.left} px`);
    }
  }
  return [...faults, ...overlaps(shown)];
}

/** Texts that lie on each other; the bar at the bottom lies over the fields by design. */
function overlaps(shown: readonly HTMLElement[]): string[] {
  const texts = shown.filter((element) =>
    [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    ),
  );
  const places = texts.map((element) => ({
    element,
    group: element.closest('.lines, .summary, .scroll, dialog'),
    rects: textRects(element),
  }));
  const faults: string[] = [];
  places.forEach((one, index) => {
    for (const other of places.slice(index + 1)) {
      if (one.group !== other.group || one.rects.length === 0) continue;
      const hit = one.rects.some((a) => other.rects.some((b) => meet(a, b)));
      if (hit) faults.push(`${name(one.element)} lies on ${name(other.element)}`);
    }
  });
  return faults;
}

/** The lines of an element's own text. */
function textRects(element: HTMLElement): DOMRect[] {
  const range = document.createRange();
  return [...element.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    .flatMap((node) => {
      range.selectNodeContents(node);
      return [...range.getClientRects()];
    });
}

function meet(a: DOMRect, b: DOMRect): boolean {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  // The boxes of lines overlap by a few pixels where letters do not.
  return wide > 2 && high > Math.min(a.height, b.height) / 2;
}

function isShown(element: HTMLElement): boolean {
  if (element.closest('.visually-hidden, svg, dialog:not([open]), slot')) return false;
  if (element.closest('details:not([open])') && !element.closest('summary')) return false;
  return element.getClientRects().length > 0 && element.matches(':not(input[type="radio"])');
}

function name(element: HTMLElement): string {
  const text = element.textContent.replace(/\s+/g, ' ').trim().slice(0, 24);
  return `<${element.localName} class="${element.className}"> “${text}”`;
}
