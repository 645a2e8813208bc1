import { lasting } from "../lasting";
import type { LiveFeed } from "./feed";
import { messageOf } from "./messages";

/** A token that is refused does not become good by asking often. */
const REFUSED_WAIT_MS = 30_000;

/** Fills a feed from the server until told to stop; a server that comes back goes on with it. */
export function connect(feed: LiveFeed, token: string): () => void {
  let stopped = false;
  const leave = lasting("/api/v1/live", token, {
    opened: () => feed.connected("open"),
    heard: (data) => {
      const message = messageOf(data);
      if (message) feed.hear(message);
    },
    cut: async (opened) => {
      const refused = !opened && (await isRefused(token));
      if (stopped) return undefined;
      feed.connected(refused ? "refused" : "lost");
      return refused ? REFUSED_WAIT_MS : undefined;
    },
  });
  return () => {
    stopped = true;
    leave();
  };
}

/** Whether the server runs but does not know the token; a browser does not say why none opened. */
async function isRefused(token: string): Promise<boolean> {
  try {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch("/api/v1/live/last", { headers });
    return answer.status === 401 || answer.status === 403;
  } catch {
    return false;
  }
}
