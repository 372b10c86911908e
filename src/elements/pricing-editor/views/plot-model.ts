import type { PricePiece } from '../../../domain/index.js';
import type { Plot } from '../plot/plot.js';
import type { Metric } from '../plot/strokes.js';

/** What is seen of a price over seats. */
export interface PlotModel {
  plot: Plot;
  curve: readonly PricePiece[];
  published: readonly PricePiece[];
  /** null where nothing was published, or the draft says the same. */
  publishedVersion: number | null;
  metric: Metric;
  /** Of the curve. */
  cycles: number;
  /** The lengths of the further lines, in words and order. */
  lengths: readonly string[];
  /** The chosen seats; null while the field holds no number. */
  seats: number | null;
  /** What looks wrong at the chosen seats, by number; blank for nothing. */
  warned: string;
  /** Prints an amount short enough for an axis. */
  short: (amount: number) => string;
}
