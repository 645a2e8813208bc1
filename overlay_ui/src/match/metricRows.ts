import type { MatchDetail, Metric, Side } from "../api/types";
import { side } from "./roster";

/** A line of a family: a metric, and its share of the time where it has one. */
export interface MetricRow {
  readonly metric: Metric;
  /** The same as a share of the time, shown beside it. */
  readonly share: Metric | null;
}

/** A value, or why there is none. */
export type Reading =
  | { readonly value: number; readonly averaged: boolean }
  | { readonly missing: string };

const SECONDS = /_s$/;

/** The lines of a family: seconds and their share are one line, not two. */
export function rowsOf(metrics: readonly Metric[], family: string): MetricRow[] {
  const own = metrics.filter((metric) => metric.family === family);
  const keys = new Map(own.map((metric) => [metric.key, metric]));
  return own
    .filter((metric) => !isShare(metric, keys))
    .map((metric) => ({ metric, share: shareOf(metric, keys) }));
}

export function familiesOf(metrics: readonly Metric[]): string[] {
  return [...new Set(metrics.map((metric) => metric.family))];
}

/** A team's value; where teams have none, the mean of its players', and it says so. */
export function teamReading(match: MatchDetail, team: Side, key: string): Reading {
  const own = match.teams.find((one) => one.name === team);
  const value = own?.metrics[key];
  if (value !== undefined) return { value, averaged: false };
  const values = side(match, team)
    .map((player) => player.metrics[key])
    .filter((one) => one !== undefined);
  if (values.length > 0)
    return { value: values.reduce((sum, one) => sum + one, 0) / values.length, averaged: true };
  const why = own?.missing[key] ?? side(match, team)[0]?.missing[key];
  return { missing: why ?? "this was not measured" };
}

/** Which of two values is the better one; null if neither is, or nobody can say. */
export function better(metric: Metric, blue: Reading, orange: Reading): Side | null {
  if (metric.better === "neither" || !("value" in blue) || !("value" in orange)) return null;
  if (blue.value === orange.value) return null;
  const higher: Side = blue.value > orange.value ? "blue" : "orange";
  if (metric.better === "higher") return higher;
  return higher === "blue" ? "orange" : "blue";
}

function shareOf(metric: Metric, keys: ReadonlyMap<string, Metric>): Metric | null {
  if (!SECONDS.test(metric.key)) return null;
  return keys.get(metric.key.replace(SECONDS, "_percent")) ?? null;
}

function isShare(metric: Metric, keys: ReadonlyMap<string, Metric>): boolean {
  return metric.key.endsWith("_percent") && keys.has(metric.key.replace(/_percent$/, "_s"));
}
