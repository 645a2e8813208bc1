/** @jsxImportSource preact */
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LiveFeed } from "../src/live/feed";
import { connect } from "../src/live/socket";
import { Card } from "../src/overlay/Card";
import { Feed } from "../src/overlay/useLive";
import { liveState, panelMetric } from "./liveSupport";
import { FakeSocket } from "./socketSupport";

const LONGEST_WAIT_MS = 4_000;
const METRIC = panelMetric("boost", { short: "Boost", unit: "%" });

let leave = () => {};
beforeEach(() => {
  FakeSocket.made = [];
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", FakeSocket);
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("fetch failed")));
  const feed = new LiveFeed();
  leave = connect(feed, "t");
  render(
    <Feed.Provider value={feed}>
      <Card />
    </Feed.Provider>,
    document.body,
  );
});
afterEach(() => {
  leave();
  render(null, document.body);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Lets time go by; what comes of it is drawn. */
function pass(ms: number): Promise<void> {
  return act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
}

async function serve(value: number): Promise<void> {
  FakeSocket.newest.onopen();
  FakeSocket.newest.hear({ type: "panel", metrics: [METRIC] });
  const numbers = [{ key: "boost", value, usual: null, reason: null }];
  FakeSocket.newest.hear({ type: "state", ...liveState({ numbers }) });
  await pass(50);
}

test("a server that is started again on its port is followed; until then the card says it is gone", async () => {
  await serve(41);
  expect(document.body.textContent).toContain("Boost41.0");

  FakeSocket.newest.onclose();
  await pass(50);
  expect(document.body.textContent).toContain("RocketTrainer does not answer");
  expect(document.body.textContent).not.toContain("41.0");

  for (let tries = 0; tries < 10; tries++) {
    await pass(LONGEST_WAIT_MS);
    FakeSocket.newest.onclose();
  }
  expect(document.body.textContent).toContain("RocketTrainer does not answer");

  await pass(LONGEST_WAIT_MS);
  await serve(12);
  expect(document.body.textContent).toContain("Boost12.0");
  expect(document.body.textContent).not.toContain("does not answer");
});
