/** The trees that an element is in, from the nearest out: events of scrolling do not leave the tree of what scrolls. */
export function scrollRoots(element: Element): Node[] {
  const roots: Node[] = [];
  let root = element.getRootNode();
  for (;;) {
    roots.push(root);
    if (!(root instanceof ShadowRoot)) return roots;
    root = root.host.getRootNode();
  }
}

/** What scrolls an element up and down: the nearest box around it that does, else the page. */
export function scrollParent(element: Element): Element {
  let at = around(element);
  while (at && at !== document.body && at !== document.documentElement) {
    const { overflowY } = getComputedStyle(at);
    const scrolls = overflowY === 'auto' || overflowY === 'scroll';
    if (scrolls && at.scrollHeight > at.clientHeight) return at;
    at = around(at);
  }
  return document.scrollingElement ?? document.documentElement;
}

/** The next box outwards, through slots and shadow roots. */
function around(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const { parentNode } = element;
  return parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement;
}
