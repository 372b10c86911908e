/**
 * Loads a part of the kit on demand. Some browsers keep for the page's life that a module could not be had; where the error names the
 * module's address it is asked for once more under an address of its own, so that trying again helps without a reload.
 *
 * @throws what the browser said, when it cannot be had that way either
 */
export async function importPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    const [address] = /https?:\S+/.exec(String(error)) ?? [];
    if (!address) throw error;
    return (await import(/* @vite-ignore */ `${address}?again=${Date.now()}`)) as Part;
  }
}
