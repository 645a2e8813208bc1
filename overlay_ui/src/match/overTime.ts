import type { MatchDetail, Series, Side } from "../api/types";
import { side } from "./roster";

export type Column = "boost" | "speed_uu_s";

export interface Curves {
  readonly at: readonly number[];
  readonly player: readonly (number | null)[];
  readonly blue: readonly (number | null)[];
  readonly orange: readonly (number | null)[];
}

/** Seconds a team's curve is averaged over; single cars jump too much to be read as a team. */
const TEAM_WINDOW_S = 6;
/** In samples. Boost is shown as it is; speed trembles too much from one sample to the next. */
const PLAYER_WINDOW: Record<Column, number> = { boost: 1, speed_uu_s: 5 };

/** The moments of play: in breaks the match's clock stands, and so would the curve. */
export function played(series: Series): Series {
  const kept = series.match_s.flatMap((at, index) =>
    index === 0 || at > (series.match_s[index - 1] ?? 0) ? [index] : [],
  );
  const cut = <T>(values: readonly T[]) => kept.map((index) => values[index] as T);
  return {
    ...series,
    time_s: cut(series.time_s),
    match_s: cut(series.match_s),
    players: series.players.map((player) => ({
      id: player.id,
      boost: player.boost ? cut(player.boost) : null,
      speed_uu_s: player.speed_uu_s ? cut(player.speed_uu_s) : null,
    })),
  };
}

/** One column as three curves: a player, and the means of both teams. */
export function curvesOf(
  match: MatchDetail,
  series: Series,
  column: Column,
  player: string,
): Curves {
  const window = Math.max(1, Math.round(TEAM_WINDOW_S * series.hz));
  const team = (which: Side) => {
    const ids = new Set(side(match, which).map((one) => one.id));
    return smoothed(
      mean(
        series.players.filter((one) => ids.has(one.id)).map((one) => one[column] ?? []),
        series.match_s.length,
      ),
      window,
    );
  };
  const own = series.players.find((one) => one.id === player)?.[column] ?? [];
  return {
    at: series.match_s,
    player: smoothed(
      series.match_s.map((_, index) => own[index] ?? null),
      PLAYER_WINDOW[column],
    ),
    blue: team("blue"),
    orange: team("orange"),
  };
}

/** Mean across rows; null where no row has a value. */
export function mean(rows: readonly (readonly (number | null)[])[], length: number) {
  return Array.from({ length }, (_, index) => meanOf(rows.map((row) => row[index] ?? null)));
}

/** Each value as the mean of those around it, half the window to either side. */
export function smoothed(values: readonly (number | null)[], window: number) {
  const half = Math.floor(window / 2);
  return values.map((value, index) =>
    value === null ? null : meanOf(values.slice(Math.max(0, index - half), index + half + 1)),
  );
}

export function meanOf(values: readonly (number | null)[]): number | null {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    if (value === null) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}
