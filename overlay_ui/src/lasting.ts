/** What is done as a connection comes, speaks and goes. */
interface Listener {
  /** It is open; again, if it was cut before. */
  opened(again: boolean): void;
  heard(data: unknown): void;
  /** It is gone, or never came; gives back the milliseconds until the next try if they are special. */
  cut(opened: boolean): Promise<number | undefined>;
}

const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 4_000;

/** Holds a WebSocket of the server open until told to stop, through any number of cuts. */
export function lasting(path: string, token: string, listener: Listener): () => void {
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let stopped = false;

  const open = () => {
    let opened = false;
    socket = new WebSocket(`ws://${location.host}${path}`, ["rockettrainer.v1", `token.${token}`]);
    socket.onopen = () => {
      listener.opened(tries > 0);
      opened = true;
      tries = 0;
    };
    socket.onmessage = ({ data }) => listener.heard(data);
    socket.onclose = async () => {
      if (stopped) return;
      const usual_ms = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries++);
      const wait_ms = (await listener.cut(opened)) ?? usual_ms;
      if (!stopped) timer = setTimeout(open, wait_ms);
    };
  };
  open();
  return () => {
    stopped = true;
    clearTimeout(timer);
    socket?.close();
  };
}
