import type { Metric } from "../api/types";
import { isShown } from "../format";

/** How the last matches stand against those before them. */
export interface Change {
  readonly now: number;
  readonly before: number | null;
  /** Matches on each side. */
  readonly window: number;
  /** Whether that is for the better; null where nobody can say, or nothing to speak of changed. */
  readonly good: boolean | null;
}

const LONGEST_WINDOW = 10;

export function changeOf(metric: Metric, values: readonly number[]): Change {
  const window = Math.max(1, Math.min(LONGEST_WINDOW, Math.floor(values.length / 2)));
  const now = median(values.slice(-window));
  const earlier = values.slice(-2 * window, -window);
  const before = earlier.length > 0 ? median(earlier) : null;
  const moved = before !== null && isShown(now - before, metric.unit);
  const known = moved && metric.better !== "neither";
  return {
    now,
    before,
    window,
    good: known ? now > before === (metric.better === "higher") : null,
  };
}

export function median(values: readonly number[]): number {
  const ordered = values.toSorted((one, two) => one - two);
  const middle = ordered.length / 2;
  const [low, high] = [ordered[Math.ceil(middle) - 1] ?? 0, ordered[Math.floor(middle)] ?? 0];
  return (low + high) / 2;
}
