const MARK = 'data-seatkit-print';

/** The page around it keeps its place but is not seen. */
const ALONE = `@media print {
  body * { visibility: hidden }
  [${MARK}] { visibility: visible; position: absolute; inset: 0 0 auto; margin: 0; background: #fff }
}`;

/** Prints an element without the page around it, which is as before when the printing is over. */
export function printAlone(element: HTMLElement): void {
  const root = element.getRootNode();
  const roots = new Set([document, root instanceof ShadowRoot ? root : document]);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(ALONE);
  for (const each of roots) each.adoptedStyleSheets = [...each.adoptedStyleSheets, sheet];
  element.setAttribute(MARK, '');
  const restore = () => {
    element.removeAttribute(MARK);
    for (const each of roots) {
      each.adoptedStyleSheets = each.adoptedStyleSheets.filter((one) => one !== sheet);
    }
  };
  addEventListener('afterprint', restore, { once: true });
  print();
}
