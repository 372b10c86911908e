const GAP = 4;

/** Puts something of the top layer beside what opened it: below, or above where there is more room. */
export function placeAt(box: HTMLElement, anchor: Element): void {
  const { top, bottom, left, right } = anchor.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const above = top > clientHeight - bottom && clientHeight - bottom < 280;
  const { style } = box;
  style.top = above ? 'auto' : `${bottom + GAP}px`;
  style.bottom = above ? `${clientHeight - top + GAP}px` : 'auto';
  const room = above ? top : clientHeight - bottom;
  style.maxHeight = `${Math.max(120, room - 3 * GAP)}px`;
  // Towards the middle of the page.
  const fromRight = left > clientWidth / 2;
  style.left = fromRight ? 'auto' : `${Math.max(GAP, left)}px`;
  style.right = fromRight ? `${Math.max(GAP, clientWidth - right)}px` : 'auto';
}

/** For the `beforetoggle` of a popover: puts it beside the element with this id in the same shadow root. */
export function placeBy(anchorId: string): (event: Event) => void {
  return (event) => {
    const box = event.currentTarget as HTMLElement;
    const anchor = (box.getRootNode() as ShadowRoot).getElementById(anchorId);
    if (anchor && (event as ToggleEvent).newState === 'open') placeAt(box, anchor);
  };
}
