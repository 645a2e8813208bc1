import type { LiveFeed } from "./feed";
import { messageOf } from "./messages";

const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 4_000;
/** A token that is refused does not become good by asking often. */
const REFUSED_WAIT_MS = 30_000;

/** Fills a feed from the server until told to stop, through any number of cuts. */
export function connect(feed: LiveFeed, token: string): () => void {
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let stopped = false;

  const open = () => {
    let opened = false;
    socket = new WebSocket(`ws://${location.host}/api/v1/live`, [
      "rockettrainer.v1",
      `token.${token}`,
    ]);
    socket.onopen = () => {
      opened = true;
      tries = 0;
      feed.connected("open");
    };
    socket.onmessage = ({ data }) => {
      const message = messageOf(data);
      if (message) feed.hear(message);
    };
    socket.onclose = async () => {
      const refused = !opened && !stopped && (await isRefused(token));
      if (stopped) return;
      feed.connected(refused ? "refused" : "lost");
      timer = setTimeout(open, refused ? REFUSED_WAIT_MS : wait(tries++));
    };
  };
  open();
  return () => {
    stopped = true;
    clearTimeout(timer);
    socket?.close();
  };
}

function wait(tries: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries);
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
