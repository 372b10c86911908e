/** Boxes may round. */
const SLACK = 1.5;

/** What of the page is wider than its place, or is cut off, in words; empty when all is well. */
export function overflows(root: ShadowRoot): string[] {
  const { width: page, left: pageLeft } = root.host.getBoundingClientRect();
  const found: string[] = [];
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (!isSeen(element)) continue;
    const { left, right } = element.getBoundingClientRect();
    const frame = element.closest('dialog, [popover]:popover-open');
    const bounds = frame ? inside(frame) : { left: pageLeft, right: pageLeft + page };
    // The top layer is not the list's own.
    if (frame === element) continue;
    if (left < bounds.left - SLACK || right > bounds.right + SLACK) {
      found.push(`${nameOf(element)} sticks out by ${Math.ceil(right - bounds.right)}`);
    }
    const { overflowX, textOverflow } = getComputedStyle(element);
    const cut = element.scrollWidth > element.clientWidth + SLACK && element.clientWidth > 0;
    // Dots say that there is more, and it is there to be read elsewhere; an amount is never cut.
    const dotted = textOverflow === 'ellipsis' && element.closest('.amount') === null;
    if (cut && overflowX !== 'visible' && !dotted) found.push(`${nameOf(element)} is cut off`);
  }
  return found;
}

/** Which cells of a row lie over each other. */
export function overlaps(row: HTMLElement): string[] {
  const boxes = [...row.querySelectorAll<HTMLElement>('.cell-value')].flatMap((value) => {
    const range = document.createRange();
    range.selectNodeContents(value);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    const cell = value.closest<HTMLElement>('.cell')!;
    // What is cut off by its cell lies over nothing.
    const edge = cell.getBoundingClientRect();
    return [{ name: cell.className, left, top, bottom, right: Math.min(right, edge.right) }];
  });
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.right - SLACK &&
          other.left < one.right - SLACK &&
          one.top < other.bottom - SLACK &&
          other.top < one.bottom - SLACK,
      )
      .map((other) => `${one.name} over ${other.name}`),
  );
}

/** Without its borders and scroll bar. */
function inside(frame: Element): { left: number; right: number } {
  const left = frame.getBoundingClientRect().left + frame.clientLeft;
  return { left, right: left + frame.clientWidth };
}

function isSeen(element: HTMLElement): boolean {
  return (
    element.checkVisibility() &&
    element.closest('.visually-hidden, svg, thead, option') === null &&
    element.getBoundingClientRect().width > 0
  );
}

function nameOf({ localName, id, className, textContent }: HTMLElement): string {
  return `${localName}#${id}.${className} "${textContent.trim().slice(0, 30)}"`;
}
