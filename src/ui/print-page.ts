const MARK = 'data-seatkit-print';

/** On paper the page is the sheet alone, from the top and as long as it is; on the screen the sheet is not seen. */
const PAGE = `
@page { margin: 12mm }
@media screen { body > [${MARK}] { display: none !important } }
@media print {
  html, body {
    display: block !important;
    position: static !important;
    width: auto !important;
    height: auto !important;
    min-height: 0 !important;
    max-height: none !important;
    margin: 0 !important;
    padding: 0 !important;
    overflow: visible !important;
    background: #fff !important;
    transform: none !important;
  }
  body > :not([${MARK}]) { display: none !important }
}`;

/** What an open sheet is taken away by: printing ended, or the viewer has gone on without the browser saying so. */
const ENDS = ['afterprint', 'pointerdown', 'keydown'];

/** Prints a sheet in place of the page, which is as before when the printing is over. */
export function printPage(sheet: HTMLElement): void {
  const styles = new CSSStyleSheet();
  styles.replaceSync(PAGE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, styles];
  sheet.setAttribute(MARK, '');
  document.body.append(sheet);
  const restore = () => {
    for (const end of ENDS) removeEventListener(end, restore, true);
    sheet.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== styles);
  };
  for (const end of ENDS) addEventListener(end, restore, true);
  print();
}
