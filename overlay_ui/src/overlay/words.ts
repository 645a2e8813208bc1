import type { Live } from "../live/feed";

export const NO_SIGNAL = "No signal";
export const PAUSED = "Paused";

/** What a game does at the moment, where that is not plain to see. */
export function phaseWord({ state }: Live): string {
  if (!state) return "";
  if (!state.connected) return NO_SIGNAL;
  if (state.phase === "paused") return PAUSED;
  if (state.phase === "goal_replay") return "Goal replay";
  if (state.phase === "countdown") return "Kickoff";
  if (state.phase === "goal") return "Goal";
  return state.overtime ? "Overtime" : "";
}

/** How much of the game was not seen; "" if all was. */
export function gapWord({ state }: Live): string {
  const missing_s = Math.round(state?.gap_s ?? 0);
  if (missing_s <= 0) return "";
  return missing_s < 100 ? `${missing_s} s missing` : `${Math.round(missing_s / 60)} min missing`;
}
