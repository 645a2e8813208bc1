import type { Live } from "../live/feed";

/** What the overlay shows. */
export type Scene =
  | "hidden"
  | "lost"
  | "refused"
  | "waiting"
  | "mini"
  | "full"
  | "replay"
  | "ended";

/** The server says when much or little is shown; here it is decided what that looks like. */
export function sceneOf({ link, state }: Live): Scene {
  if (link === "lost" || link === "refused") return link;
  if (!state) return "hidden";
  if (state.view === "summary" || state.phase === "ended") return "ended";
  if (state.phase === "none" || state.phase === "waiting") return "waiting";
  if (state.view !== "full") return state.view;
  // With nothing to say, a goal replay has the time for all numbers.
  return state.phase === "goal_replay" && state.advice ? "replay" : "full";
}

/** How many numbers a scene has room for. */
export const ROWS: Partial<Record<Scene, number>> = { mini: 2, full: 4, replay: 2 };
