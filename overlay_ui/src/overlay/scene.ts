import type { Live } from "../live/feed";

/** What the overlay shows. */
export type Scene =
  | "hidden"
  | "lost"
  | "refused"
  | "waiting"
  | "ready"
  | "mini"
  | "full"
  | "replay"
  | "ended";

/** The server says when much or little is shown; here it is decided what that looks like. */
export function sceneOf({ link, state }: Live): Scene {
  if (link === "lost" || link === "refused") return link;
  if (!state) return "hidden";
  if (state.view === "summary" || state.phase === "ended") return "ended";
  if (state.phase === "none" || state.phase === "waiting")
    return state.connected ? "ready" : "waiting";
  if (state.view !== "full") return state.view;
  // With nothing to say, a goal replay has the time for all numbers.
  return state.phase === "goal_replay" && state.advice ? "replay" : "full";
}

/** Scenes that go by themselves, and after how long: what follows them needs the room. */
export const LINGER_MS: Partial<Record<Scene, number>> = { ended: 6_000, ready: 15_000 };

/** How many numbers a scene has room for. */
export const ROWS: Partial<Record<Scene, number>> = { mini: 2, full: 4, replay: 2 };
