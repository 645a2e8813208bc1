import { LiveFeed } from "../src/live/feed";
import type { LiveState, PanelMetric } from "../src/live/messages";

export function panelMetric(key: string, given: Partial<PanelMetric> = {}): PanelMetric {
  return { key, name: key, short: key, unit: "", better: "higher", low: 0, high: null, ...given };
}

export function liveState(given: Partial<LiveState> = {}): LiveState {
  return {
    n: 1,
    source: "plugin",
    connected: true,
    kind: "bots",
    phase: "active",
    view: "full",
    clock_s: 100,
    overtime: false,
    score: [2, 1],
    me: { name: "ann", team: 0 },
    numbers: [],
    momentum: null,
    advice: null,
    gap_s: null,
    dropped: 0,
    unseen: [],
    warning: null,
    ...given,
  };
}

/** A feed that heard these. */
export function fed(given: Partial<LiveState>, metrics: readonly PanelMetric[] = []): LiveFeed {
  const feed = new LiveFeed();
  feed.connected("open");
  feed.hear({ type: "panel", metrics });
  feed.hear({ type: "state", ...liveState(given) });
  return feed;
}

/** Waits until what was heard is drawn. */
export function drawn(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
}
