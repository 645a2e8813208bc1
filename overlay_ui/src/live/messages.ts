/** What the server says of a game while it is played, at `/api/v1/live`. */

/** A number that the overlay may show. */
export interface PanelMetric {
  readonly key: string;
  readonly name: string;
  /** The name where space is short. */
  readonly short: string;
  readonly unit: string;
  readonly better: "higher" | "lower" | "neither";
  readonly low: number | null;
  readonly high: number | null;
}

export interface LiveNumber {
  readonly key: string;
  readonly value: number | null;
  /** The player's own, over earlier matches. */
  readonly usual: number | null;
  /** Why there is no value. */
  readonly reason: string | null;
}

export type Source = "plugin" | "stats_api";
export type Phase =
  | "none"
  | "waiting"
  | "countdown"
  | "active"
  | "goal"
  | "goal_replay"
  | "paused"
  | "ended";

/** How a game stands; each message holds all of it, so that a missed one is no loss. */
export interface LiveState {
  readonly n: number;
  readonly source: Source | null;
  readonly connected: boolean;
  readonly kind: string | null;
  readonly phase: Phase;
  readonly view: "hidden" | "mini" | "full" | "summary";
  readonly clock_s: number | null;
  readonly overtime: boolean;
  /** Blue's goals, orange's goals. */
  readonly score: readonly [number, number] | null;
  /** Team 0 is blue, 1 orange, -1 neither. */
  readonly me: { readonly name: string; readonly team: number } | null;
  readonly numbers: readonly LiveNumber[];
  /** From -1, all orange, to 1, all blue. */
  readonly momentum: number | null;
  readonly advice: { readonly key: string; readonly text: string } | null;
  /** Seconds that were not seen because the source was away. */
  readonly gap_s: number | null;
  readonly dropped: number;
  /** What the source cannot see. */
  readonly unseen: readonly string[];
  /** What a person should do something about. */
  readonly warning: string | null;
}

export type LiveMessage =
  | { readonly type: "panel"; readonly metrics: readonly PanelMetric[] }
  | ({ readonly type: "state" } & LiveState)
  | { readonly type: "ended"; readonly match_id: number | null; readonly session: string };

const TYPES: readonly unknown[] = ["panel", "state", "ended"];

/** A message of the server; null for what this page does not know. */
export function messageOf(data: unknown): LiveMessage | null {
  if (typeof data !== "string") return null;
  try {
    const value = JSON.parse(data) as Partial<LiveMessage> | null;
    return TYPES.includes(value?.type) ? (value as LiveMessage) : null;
  } catch {
    return null;
  }
}
