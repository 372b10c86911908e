/** The longest beginning of a text that fits, on one line and without half a character. */
export function cut(text: string, fits: (text: string) => boolean): string {
  const characters = Array.from(text.replace(/\p{C}+/gu, ' ').trim());
  while (!fits(characters.join(''))) characters.pop();
  return characters.join('').trim();
}
