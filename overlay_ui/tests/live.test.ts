import { expect, test, vi } from "vitest";
import { LiveFeed } from "../src/live/feed";
import { messageOf } from "../src/live/messages";
import { drawn, liveState } from "./liveSupport";

test("what is no message of this version is none", () => {
  for (const odd of ["{", "[]", "null", "5", '{"type":"later"}', new ArrayBuffer(4)])
    expect(messageOf(odd)).toBeNull();
  expect(messageOf('{"type":"panel","metrics":[]}')).toEqual({ type: "panel", metrics: [] });
});

test("many messages are drawn once, and the newest is drawn", async () => {
  const feed = new LiveFeed();
  const painted: unknown[] = [];
  feed.watch(({ state }) => painted.push(state?.n));
  for (const n of [1, 2, 3]) feed.hear({ type: "state", ...liveState({ n }) });
  await drawn();
  expect(painted).toEqual([3]);
});

test("who does not watch any more is not told", async () => {
  const feed = new LiveFeed();
  const painter = vi.fn();
  feed.watch(painter)();
  feed.connected("open");
  await drawn();
  expect(painter).not.toHaveBeenCalled();
});

test("a cut takes the numbers away, for they would look like new ones", () => {
  const feed = new LiveFeed();
  feed.connected("open");
  feed.hear({ type: "state", ...liveState() });
  feed.connected("lost");
  expect(feed.get()).toMatchObject({ link: "lost", state: null });
});
