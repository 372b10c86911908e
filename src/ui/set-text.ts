/**
 * Gives an element that holds nothing but a text another one. Its text node stays, where `textContent` would make another, which has to
 * be styled and laid out as if it were new.
 */
export function setText(element: Element, text: string): void {
  const { firstChild: node } = element;
  if (!(node instanceof Text)) element.textContent = text;
  else if (node.data !== text) node.data = text;
}
