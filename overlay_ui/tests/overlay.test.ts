import { expect, test } from "vitest";
import type { LiveNumber, LiveState } from "../src/live/messages";
import { unseenWords } from "../src/live/words";
import { momentumWord } from "../src/overlay/Momentum";
import { resultText } from "../src/overlay/Notes";
import { changed, parametersOf, suitingScale } from "../src/overlay/parameters";
import { explained, missingText, unitText, valueText, verdictOf } from "../src/overlay/reading";
import { type Scene, sceneOf } from "../src/overlay/scene";
import { gapWord, phaseWord } from "../src/overlay/words";
import { fed, panelMetric } from "./liveSupport";

const SCENES: [Scene, Partial<LiveState>][] = [
  ["waiting", { phase: "none", view: "hidden", source: null }],
  ["waiting", { phase: "none", view: "hidden", connected: false }],
  ["ready", { phase: "waiting", view: "hidden" }],
  ["ready", { phase: "none", view: "hidden", kind: null }],
  ["hidden", { view: "hidden" }],
  ["mini", { view: "mini" }],
  ["full", { phase: "countdown" }],
  ["full", { phase: "goal" }],
  ["full", { phase: "paused" }],
  ["replay", { phase: "goal_replay", advice: { key: "a", text: "Turn back." } }],
  ["full", { phase: "goal_replay" }],
  ["ended", { phase: "ended", view: "full" }],
  ["ended", { view: "summary" }],
];

test.each(SCENES)("%s is shown for %o", (scene, given) => {
  expect(sceneOf(fed(given).get())).toBe(scene);
});

test("without a server there is no game to show", () => {
  const feed = fed({ view: "full" });
  feed.connected("lost");
  expect(sceneOf(feed.get())).toBe("lost");
  feed.connected("refused");
  expect(sceneOf(feed.get())).toBe("refused");
  feed.connected("open");
  expect(sceneOf(feed.get())).toBe("hidden");
});

function one(said: Partial<LiveNumber>, given: Parameters<typeof panelMetric>[1] = {}) {
  const metric = panelMetric("m", { unit: "%", name: "Share", ...given });
  const number = { key: "m", value: 50, usual: 40, reason: null, ...said };
  return fed({ numbers: [number] }, [metric]).get();
}

test("a value has a sign and a word beside the usual one", () => {
  expect(valueText(one({}), 0)).toBe("50.0");
  expect(verdictOf(one({}), 0)).toEqual({ sign: "▲", word: "better", tone: "good" });
  expect(verdictOf(one({}, { better: "lower" }), 0)).toEqual({
    sign: "▲",
    word: "worse",
    tone: "bad",
  });
  expect(verdictOf(one({ value: 30 }, { better: "lower" }), 0).word).toBe("better");
  expect(verdictOf(one({ value: 30 }, { better: "neither" }), 0)).toEqual({
    sign: "▼",
    word: "less",
    tone: "plain",
  });
  expect(verdictOf(one({ value: 40.5 }), 0).word).toBe("usual");
  expect(verdictOf(one({ usual: null }), 0).sign).toBe("");
});

test("what is missing is a dash with its reason, never a number", () => {
  const live = one({ value: null, reason: "this source sees no positions" });
  expect(valueText(live, 0)).toBe("–");
  expect(unitText(live, 0)).toBe("");
  expect(unitText(one({}, { unit: "boost/min" }), 0)).toBe("/min");
  expect(verdictOf(live, 0).word).toBe("");
  expect(missingText(live, 0)).toBe("this source sees no positions");
  expect(explained(live, 0)).toBe("Share: this source sees no positions");
  expect(explained(one({}), 0)).toBe("Share: usually 40.0\u00a0%");
  expect(explained(fed({}, [panelMetric("m")]).get(), 0)).toBe("m: not measured yet");
  expect(valueText(one({ value: 0 }), 0)).toBe("0.0");
});

test("momentum is a side by name", () => {
  expect(momentumWord(fed({ momentum: 0.5 }).get())).toBe("● Blue");
  expect(momentumWord(fed({ momentum: -0.5 }).get())).toBe("◆ Orange");
  expect(momentumWord(fed({ momentum: 0.05 }).get())).toBe("even");
  expect(momentumWord(fed({}).get())).toBe("–");
});

test("gap, phase and source are words", () => {
  expect(gapWord(fed({ gap_s: 12.2 }).get())).toBe("12 s missing");
  expect(gapWord(fed({ gap_s: 300 }).get())).toBe("5 min missing");
  expect(gapWord(fed({ gap_s: 0.2 }).get())).toBe("");
  expect(phaseWord(fed({ connected: false, phase: "paused" }).get())).toBe("No signal");
  expect(phaseWord(fed({ overtime: true }).get())).toBe("Overtime");
  expect(unseenWords(["positions", "ball_spin"])).toBe("positions, ball spin");
  expect(unseenWords([])).toBe("");
});

test("the result is the player's own", () => {
  expect(resultText(fed({}).get())).toBe("You won 2–1");
  expect(resultText(fed({ me: { name: "ann", team: 1 } }).get())).toBe("You lost 1–2");
  expect(resultText(fed({ me: null }).get())).toBe("The match is over, 2–1");
  expect(resultText(fed({ score: null }).get())).toBe("The match is over");
});

test("parameters out of bounds are brought into them", () => {
  expect(parametersOf("#key=k&scale=9&opacity=0.1&place=nowhere&edit=1")).toEqual({
    key: "k",
    scale: 3,
    place: "bottom-left",
    opacity: 0.82,
    edit: true,
    bare: false,
  });
  expect(parametersOf("#scale=big&opacity=")).toMatchObject({
    key: null,
    scale: null,
    opacity: 0.86,
  });
});

test("the key leaves the address, the rest stays", () => {
  expect(changed("#key=k&bare=1&edit=1", { edit: null, opacity: "0.9" })).toBe(
    "#bare=1&opacity=0.9",
  );
});

test("a small window is filled, a large one is a screen", () => {
  expect(suitingScale(264, 216)).toBe(1);
  expect(suitingScale(528, 480)).toBe(2);
  expect(suitingScale(1920, 1080)).toBe(1);
  expect(suitingScale(3840, 2160)).toBe(2);
  expect(suitingScale(100, 50)).toBe(0.8);
});
