/** A QR code as one SVG path on a grid of `size` × `size` modules, quiet zone included. */
export interface QrDrawing {
  size: number;
  path: string;
}

/** Modules of quiet zone that readers need on each side. */
const QUIET = 4;

/** Draws `text`. The encoder comes apart, since most visits need none. */
export async function drawQrCode(text: string): Promise<QrDrawing> {
  const { generate } = await import('lean-qr');
  const code = generate(text);
  let path = '';
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      let run = 0;
      while (code.get(x + run, y)) run += 1;
      if (run === 0) continue;
      path += `M${x + QUIET} ${y + QUIET}h${run}v1h-${run}z`;
      x += run;
    }
  }
  return { size: code.size + 2 * QUIET, path };
}
