import type { MatchDetail, MatchEvent, Side } from "../api/types";
import { clock } from "../format";
import { shownName } from "../name";
import { byId, sideOf } from "./roster";

/** Something of a match that has a place on its timeline. */
export interface Moment {
  readonly key: string;
  readonly kind: "goal" | "demolition";
  readonly side: Side | null;
  /** Seconds of the match. */
  readonly at: number;
  readonly text: string;
  /** Score after a goal. */
  readonly score: readonly [number, number] | null;
}

const TEAM_OF_DETAIL: readonly Side[] = ["blue", "orange"];

/** Goals and demolitions, in the order they happened. */
export function momentsOf(match: MatchDetail): Moment[] {
  const score: [number, number] = [0, 0];
  const moments: Moment[] = [];
  for (const [index, event] of match.events.entries()) {
    if (event.kind !== "goal" && event.kind !== "demolition") continue;
    const key = `${event.kind}-${index}`;
    moments.push(
      event.kind === "goal" ? goal(match, event, key, score) : demolition(match, event, key),
    );
  }
  return moments;
}

/**
 * Levels of moments, by their keys, such that two of a level are never closer than a gap; each has
 * the lowest level that is free.
 */
export function levelsOf(moments: readonly Moment[], gapS: number): Map<string, number> {
  const latest: number[] = [];
  const levels = new Map<string, number>();
  for (const { key, at } of moments) {
    const free = latest.findIndex((before) => at - before >= gapS);
    const level = free < 0 ? latest.length : free;
    latest[level] = at;
    levels.set(key, level);
  }
  return levels;
}

/** When overtime began, in seconds of the match; null without one. */
export function overtimeStart(match: MatchDetail): number | null {
  return match.events.find((event) => event.kind === "overtime")?.match_s ?? null;
}

function goal(match: MatchDetail, event: MatchEvent, key: string, score: [number, number]): Moment {
  const scorer = byId(match, event.player);
  const side = TEAM_OF_DETAIL[event.detail ?? -1] ?? sideOf(scorer?.team);
  if (side) score[side === "blue" ? 0 : 1] += 1;
  const author = byId(match, event.other);
  const own = !scorer && author ? ` (own goal of ${shownName(author.name)})` : "";
  const who = scorer ? ` by ${shownName(scorer.name)}` : own;
  return {
    key,
    kind: "goal",
    side,
    at: event.match_s,
    text: `${clock(event.match_s)}: goal for ${side ?? "nobody"}${who}, ${score[0]}–${score[1]}`,
    score: [score[0], score[1]],
  };
}

function demolition(match: MatchDetail, event: MatchEvent, key: string): Moment {
  const attacker = byId(match, event.player);
  const victim = byId(match, event.other);
  const who = attacker ? shownName(attacker.name) : "Somebody";
  const whom = victim ? shownName(victim.name) : "somebody";
  return {
    key,
    kind: "demolition",
    side: sideOf(attacker?.team),
    at: event.match_s,
    text: `${clock(event.match_s)}: ${who} demolishes ${whom}`,
    score: null,
  };
}
