import type { LiveMessage, LiveState, PanelMetric } from "./messages";

/** How the page is connected to the server. */
export type Link = "connecting" | "open" | "lost" | "refused";

/** All that the page knows of the game. */
export interface Live {
  readonly link: Link;
  readonly metrics: readonly PanelMetric[];
  /** Absent until the server has said it, and when the connection is gone: old is not shown. */
  readonly state: LiveState | null;
  /** Name of the session that ended last. */
  readonly ended: string | null;
}

type Painter = (live: Live) => void;

const NOTHING: Live = { link: "connecting", metrics: [], state: null, ended: null };

/**
 * The newest of what the server said. Who watches is told at most once per drawn frame, however
 * often the server speaks.
 */
export class LiveFeed {
  #live = NOTHING;
  #due = false;
  readonly #painters = new Set<Painter>();

  get(): Live {
    return this.#live;
  }

  /** Calls a painter with each change that is drawn, until the returned function is called. */
  watch(painter: Painter): () => void {
    this.#painters.add(painter);
    return () => this.#painters.delete(painter);
  }

  /** Takes in how the connection stands. */
  connected(link: Link): void {
    this.#become({ ...this.#live, link, state: link === "open" ? this.#live.state : null });
  }

  /** Takes in a message. */
  hear(message: LiveMessage): void {
    if (message.type === "state") this.#become({ ...this.#live, state: message });
    else if (message.type === "panel") this.#become({ ...this.#live, metrics: message.metrics });
    else this.#become({ ...this.#live, ended: message.session });
  }

  #become(live: Live): void {
    this.#live = live;
    if (this.#due) return;
    this.#due = true;
    requestAnimationFrame(() => {
      this.#due = false;
      for (const painter of this.#painters) painter(this.#live);
    });
  }
}
