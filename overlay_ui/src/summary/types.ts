import type { Source } from "../live/messages";

/** A number of a game that stands out. */
export interface Finding {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The player's own, over earlier matches. */
  readonly usual: number | null;
  readonly usual_matches: number;
  readonly text: string;
}

export interface SummaryGoal {
  readonly time_s: number;
  readonly team: number;
  readonly player: string | null;
}

/** What there is to say of the last game. */
export interface Summary {
  readonly session: string;
  readonly match_id: number | null;
  readonly source: Source;
  readonly kind: string | null;
  readonly result: "win" | "loss" | null;
  readonly score: readonly [number, number] | null;
  readonly me: { readonly name: string; readonly team: number } | null;
  readonly headline: string;
  readonly strengths: readonly Finding[];
  readonly leaks: readonly Finding[];
  readonly goals: readonly SummaryGoal[];
  readonly unseen: readonly string[];
  readonly partial: boolean;
  readonly matches: number;
}
