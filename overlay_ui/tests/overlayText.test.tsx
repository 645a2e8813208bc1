/** @jsxImportSource preact */
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test } from "vitest";
import type { LiveFeed } from "../src/live/feed";
import type { LiveNumber } from "../src/live/messages";
import { Card } from "../src/overlay/Card";
import { Feed } from "../src/overlay/useLive";
import { drawn, fed, liveState, panelMetric } from "./liveSupport";

const METRICS = ["a", "b", "c", "d", "e"].map((key) => panelMetric(key, { unit: "%" }));
const NUMBERS = METRICS.map(({ key }) => ({ key, value: 50, usual: 40, reason: null }));

afterEach(() => render(null, document.body));

async function shown(feed: LiveFeed): Promise<HTMLElement> {
  await act(() =>
    render(
      <Feed.Provider value={feed}>
        <Card />
      </Feed.Provider>,
      document.body,
    ),
  );
  await act(drawn);
  return document.body;
}

test("a number that changes touches its text only", async () => {
  const feed = fed({ numbers: NUMBERS }, METRICS);
  const page = await shown(feed);
  const touched: MutationRecord[] = [];
  const watcher = new MutationObserver((records) => touched.push(...records));
  watcher.observe(page, { subtree: true, childList: true, characterData: true, attributes: true });
  const numbers = NUMBERS.map((one) => (one.key === "a" ? { ...one, value: 51 } : one));
  feed.hear({ type: "state", ...liveState({ numbers }) });
  await act(drawn);
  expect(touched.map(({ type }) => type)).toEqual(["characterData"]);
  expect(page.querySelector(".reading")?.textContent).toBe("51.0");
  feed.hear({ type: "state", ...liveState({ n: 2, numbers }) });
  await act(drawn);
  expect(touched).toHaveLength(1);
  watcher.disconnect();
});

test("a number that goes missing, comes back, or has another usual value is written whole", async () => {
  const feed = fed({ numbers: NUMBERS }, METRICS);
  const page = await shown(feed);
  const say = async (changes: Partial<LiveNumber>) => {
    const numbers = NUMBERS.map((one) => (one.key === "a" ? { ...one, ...changes } : one));
    feed.hear({ type: "state", ...liveState({ numbers }) });
    await act(drawn);
    const line = page.querySelector<HTMLElement>(".line");
    return [
      line?.textContent,
      line?.title,
      line?.querySelector("[data-tone]")?.getAttribute("data-tone"),
    ];
  };
  expect(await say({ value: null, reason: "no ball" })).toEqual([
    "a–no ball",
    "a: no ball",
    "plain",
  ]);
  expect(await say({ value: 50 })).toEqual(["a50.0%▲better", "a: usually 40.0\u00a0%", "good"]);
  expect(await say({ usual: 60 })).toEqual(["a50.0%▼worse", "a: usually 60.0\u00a0%", "bad"]);
});

test("there are never more than four numbers, two during play, and no advice then", async () => {
  const advice = { key: "x", text: "Rotate." };
  const feed = fed({ numbers: NUMBERS, advice }, METRICS);
  const page = await shown(feed);
  expect(page.querySelectorAll(".line")).toHaveLength(4);
  expect(page.textContent).toContain("Rotate.");
  feed.hear({ type: "state", ...liveState({ view: "mini", numbers: NUMBERS, advice }) });
  await act(drawn);
  expect(page.querySelectorAll(".line")).toHaveLength(2);
  expect(page.textContent).not.toContain("Rotate.");
});

test("another panel gives other lines", async () => {
  const feed = fed({ numbers: NUMBERS }, METRICS);
  const page = await shown(feed);
  feed.hear({ type: "panel", metrics: METRICS.toReversed() });
  await act(drawn);
  expect(page.querySelector(".line-name")?.textContent).toBe("e");
});

test("a hidden card keeps what it showed while it fades", async () => {
  const feed = fed({ numbers: NUMBERS }, METRICS);
  const page = await shown(feed);
  feed.hear({ type: "state", ...liveState({ view: "hidden" }) });
  await act(drawn);
  expect(page.querySelector(".card")?.getAttribute("data-shown")).toBe("false");
  expect(page.querySelectorAll(".line")).toHaveLength(4);
});
