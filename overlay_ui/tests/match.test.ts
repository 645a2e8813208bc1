import { expect, test } from "vitest";
import { STANDARD_PADS } from "../src/field/geometry";
import { halves } from "../src/match/heat";
import { better, rowsOf, teamReading } from "../src/match/metricRows";
import { levelsOf, momentsOf } from "../src/match/moments";
import { curvesOf, played, smoothed } from "../src/match/overTime";
import { padCounts, padName } from "../src/match/pads";
import { event, match, metric, player } from "./support";

test("seconds and their share are one line", () => {
  const metrics = [metric("slow_s"), metric("slow_percent"), metric("shots"), metric("up_percent")];
  const rows = rowsOf(metrics, "boost").map(({ metric: one, share }) => [one.key, share?.key]);
  expect(rows).toEqual([
    ["slow_s", "slow_percent"],
    ["shots", undefined],
    ["up_percent", undefined],
  ]);
});

test("a team without a value has the mean of its players, or the reason", () => {
  const players = [
    player("a", "blue", { metrics: { speed: 10 } }),
    player("b", "blue", { metrics: { speed: 20 } }),
    player("c", "orange", { missing: { speed: "nobody looked" } }),
  ];
  const made = match({ players });
  expect(teamReading(made, "blue", "speed")).toEqual({ value: 15, averaged: true });
  expect(teamReading(made, "orange", "speed")).toEqual({ missing: "nobody looked" });
});

test("the better side is said where one direction is better for everybody", () => {
  const [low, high] = [
    { value: 1, averaged: false },
    { value: 2, averaged: false },
  ];
  expect(better(metric("m", { better: "higher" }), low, high)).toBe("orange");
  expect(better(metric("m", { better: "lower" }), low, high)).toBe("blue");
  expect(better(metric("m"), low, high)).toBeNull();
  expect(better(metric("m", { better: "lower" }), low, low)).toBeNull();
});

test("goals carry the score after them, own goals their author", () => {
  const events = [
    event("goal", { match_s: 61, player: "ann", detail: 0 }),
    event("demolition", { match_s: 70, player: "bob", other: "ann" }),
    event("goal", { match_s: 80, other: "ann", detail: 1 }),
  ];
  const texts = momentsOf(match({ events })).map((moment) => moment.text);
  expect(texts).toEqual([
    "1:01: goal for blue by ann, 1–0",
    "1:10: bob demolishes ann",
    "1:20: goal for orange (own goal of ann), 1–1",
  ]);
});

test("goals close together stand on levels of their own", () => {
  const events = [10, 15, 22, 31, 90].map((at) => event("goal", { match_s: at, detail: 0 }));
  const goals = momentsOf(match({ events }));
  expect([...levelsOf(goals, 20).values()]).toEqual([0, 1, 2, 0, 0]);
  expect([...levelsOf(goals, 5).values()]).toEqual([0, 0, 0, 0, 0]);
});

test("pads count for who took them, and those never taken are known on a standard field", () => {
  const events = [
    event("big_pad", { player: "ann", position: [3584, 0, 73] }),
    event("big_pad", { player: "bob", position: [3580, 20, 73] }),
    event("small_pad", { player: "ann", position: [0, 1024, 70] }),
  ];
  const pads = padCounts(match({ events }), null);
  expect(STANDARD_PADS).toHaveLength(34);
  expect(pads).toHaveLength(34);
  expect(pads.find((pad) => pad.x === 3584 && pad.y === 0)).toMatchObject({ blue: 1, orange: 1 });
  const own = padCounts(match({ events }), "bob").reduce((sum, pad) => sum + pad.blue, 0);
  expect(own).toBe(0);
  const first = pads[0];
  expect(first && padName(first)).toBe("Big pad, midfield, lower side");
});

test("pads of another field stay where they were taken", () => {
  const events = [event("small_pad", { player: "ann", position: [150, 400, 70] })];
  expect(padCounts(match({ events }), null)).toHaveLength(1);
});

test("breaks are cut out of the curves", () => {
  const series = {
    hz: 4,
    time_s: [0, 1, 2, 3],
    match_s: [0, 1, 1, 2],
    players: [{ id: "ann", boost: [10, 20, 99, null], speed_uu_s: [1, 2, 3, 4] }],
    team_score: [],
  };
  const cut = played(series);
  expect(cut.match_s).toEqual([0, 1, 2]);
  expect(curvesOf(match(), cut, "boost", "ann").player).toEqual([10, 20, null]);
});

test("unknown stays unknown when a curve is smoothed", () => {
  expect(smoothed([1, null, 3], 3)).toEqual([1, null, 3]);
  expect(smoothed([1, 2, 6], 3)).toEqual([1.5, 3, 4]);
});

test("the halves of a heat map are shares of the time", () => {
  const map = { x_edges: [-1, 1], y_edges: [-2, 0, 2], seconds: [[3, 1]] };
  expect(halves(map)).toEqual([0.75, 0.25]);
});
