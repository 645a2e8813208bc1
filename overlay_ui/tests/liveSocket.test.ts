import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LiveFeed } from "../src/live/feed";
import { connect } from "../src/live/socket";
import { liveState } from "./liveSupport";
import { FakeSocket as Socket } from "./socketSupport";

beforeEach(() => {
  Socket.made = [];
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", Socket);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("the token is offered as a protocol, never in the address", () => {
  connect(new LiveFeed(), "secret")();
  expect(Socket.newest.protocols).toContain("token.secret");
  expect(Socket.newest.url).not.toContain("secret");
});

test("after a cut it is opened again, and the feed goes on", async () => {
  const feed = new LiveFeed();
  const stop = connect(feed, "t");
  Socket.newest.onopen();
  Socket.newest.hear({ type: "state", ...liveState({ n: 5 }) });
  expect(feed.get()).toMatchObject({ link: "open", state: { n: 5 } });
  Socket.newest.onclose();
  await vi.advanceTimersByTimeAsync(0);
  expect(feed.get().link).toBe("lost");
  await vi.advanceTimersByTimeAsync(300);
  expect(Socket.made).toHaveLength(2);
  Socket.newest.onopen();
  expect(feed.get().link).toBe("open");
  stop();
});

test("a token that is refused is told from a server that is gone, and not tried again soon", async () => {
  const feed = new LiveFeed();
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("", { status: 401 })));
  const stop = connect(feed, "old");
  Socket.newest.onclose();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(feed.get().link).toBe("refused");
  expect(Socket.made).toHaveLength(1);
  stop();
});

test("a server that is gone is tried again and again", async () => {
  const feed = new LiveFeed();
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("fetch failed")));
  const stop = connect(feed, "t");
  for (let tries = 1; tries < 5; tries++) {
    Socket.newest.onclose();
    await vi.advanceTimersByTimeAsync(4_000);
    expect(feed.get().link).toBe("lost");
    expect(Socket.made).toHaveLength(tries + 1);
  }
  stop();
});
