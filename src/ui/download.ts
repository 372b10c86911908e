/** How long a browser may take to begin reading what it was given. */
const KEPT_MS = 60_000;

/**
 * Gives the viewer a file. The link is never on the page, so that neither its policy nor its router has a say.
 *
 * @param type of the content, for example `text/csv;charset=utf-8`
 */
export function download(parts: readonly string[], name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
