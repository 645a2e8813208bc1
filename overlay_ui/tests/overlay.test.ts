import { expect, test } from "vitest";
import type { LiveNumber, LiveState } from "../src/live/messages";
import { unseenWords } from "../src/live/words";
import { momentumWord } from "../src/overlay/Momentum";
import { resultText } from "../src/overlay/Notes";
import { changed, parametersOf, suitingScale } from "../src/overlay/parameters";
import {
  explained,
  missingText,
  saidOf,
  unitText,
  valueText,
  verdictOf,
} from "../src/overlay/reading";
import { type Scene, sceneOf } from "../src/overlay/scene";
import { gapWord, phaseWord } from "../src/overlay/words";
import { fed, panelMetric } from "./liveSupport";

const SCENES: [Scene, Partial<LiveState>][] = [
  ["ready", { phase: "none", view: "hidden", source: null }],
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

function one(said: Partial<LiveNumber>): LiveNumber {
  return { key: "m", value: 50, usual: 40, reason: null, ...said };
}

const SHARE = panelMetric("m", { unit: "%", name: "Share" });
const LOWER = { ...SHARE, better: "lower" } as const;
const NEITHER = { ...SHARE, better: "neither" } as const;

test("a value has a sign and a word beside the usual one", () => {
  expect(valueText(SHARE, one({}))).toBe("50.0");
  expect(verdictOf(SHARE, one({}))).toEqual({ sign: "▲", word: "better", tone: "good" });
  expect(verdictOf(LOWER, one({}))).toEqual({ sign: "▲", word: "worse", tone: "bad" });
  expect(verdictOf(LOWER, one({ value: 30 })).word).toBe("better");
  expect(verdictOf(NEITHER, one({ value: 30 }))).toEqual({
    sign: "▼",
    word: "less",
    tone: "plain",
  });
  expect(verdictOf(SHARE, one({ value: 40.5 })).word).toBe("usual");
  expect(verdictOf(SHARE, one({ usual: null })).sign).toBe("");
});

test("what is missing is a dash with its reason, never a number", () => {
  const unseen = one({ value: null, reason: "this source sees no positions" });
  expect(valueText(SHARE, unseen)).toBe("–");
  expect(unitText(SHARE, unseen)).toBe("");
  expect(unitText({ ...SHARE, unit: "boost/min" }, one({}))).toBe("/min");
  expect(verdictOf(SHARE, unseen).word).toBe("");
  expect(missingText(unseen)).toBe("this source sees no positions");
  expect(explained(SHARE, unseen)).toBe("Share: this source sees no positions");
  expect(explained(SHARE, one({}))).toBe("Share: usually 40.0\u00a0%");
  expect(explained(SHARE, undefined)).toBe("Share: not measured yet");
  expect(valueText(SHARE, one({ value: 0 }))).toBe("0.0");
});

test("what was said is found by its key, whatever the order", () => {
  const live = fed({ numbers: [one({ key: "other" }), one({ value: 7 })] }, [SHARE]).get();
  expect(saidOf(live, SHARE)?.value).toBe(7);
  expect(saidOf(live, panelMetric("unsaid"))).toBeUndefined();
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
