import { svg, type SVGTemplateResult } from 'lit';

const ENDINGS = [
  (x: number, y: number) => svg`<rect x=${x - 4} y=${y - 4} width="8" height="8"></rect>`,
  (x: number, y: number) => svg`<path d="M${x} ${y - 5}l5 9h-10z"></path>`,
  (x: number, y: number) => svg`<path d="M${x} ${y - 5}l5 5l-5 5l-5 -5z"></path>`,
  (x: number, y: number) => svg`<circle cx=${x} cy=${y} r="4"></circle>`,
  (x: number, y: number) => svg`<path d="M${x - 4} ${y - 4}l8 8m0 -8l-8 8"></path>`,
];

/** The shape at the end of the line of a further length: what tells them apart without colour. */
export function ending(index: number, x: number, y: number): SVGTemplateResult {
  const shape = ENDINGS[index % ENDINGS.length];
  return svg`<g class="ending l${index}">${shape?.(x, y)}</g>`;
}
