import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Finding, LiveSummary } from "../src/api/types";
import { barOf, usualText } from "../src/summary/finding";
import { scored } from "../src/summary/Goals";
import SummaryPage from "../src/summary/SummaryPage";

function finding(given: Partial<Finding> = {}): Finding {
  const base = { key: "a", name: "Saves", value: 4, unit: "", text: "Twice as many." };
  return { ...base, usual: 2, usual_matches: 14, ...given };
}

const SUMMARY: LiveSummary = {
  session: "s",
  match_id: null,
  source: "stats_api",
  kind: "online",
  result: "loss",
  score: [1, 2],
  me: { name: "ann", team: 0 },
  headline: "You lost boost control in the last 90 s",
  strengths: [finding()],
  leaks: [],
  goals: [
    { time_s: 31, team: 0, player: "ann" },
    { time_s: 95, team: 1, player: '<img src=x onerror="alert(1)">' },
    { time_s: 142, team: 1, player: null },
  ],
  unseen: ["positions"],
  partial: true,
  matches: 14,
};

beforeEach(() => vi.stubGlobal("scrollTo", () => {}));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open(summary: LiveSummary | null): void {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  client.setQueryData(["summary"], summary);
  render(
    <QueryClientProvider client={client}>
      <SummaryPage />
    </QueryClientProvider>,
  );
}

test("a usual value says how many matches it is from, and that there are too few", () => {
  expect(usualText(finding({ unit: "%", usual: 38 }))).toBe("Usual of 14 matches: 38.0\u00a0%");
  expect(usualText(finding({ usual_matches: 1 }))).toBe("Usual of 1 match: 2");
  expect(usualText(finding({ usual: null, usual_matches: 2 }))).toContain("Too few matches");
  expect(usualText(finding({ usual: null, usual_matches: 0 }))).toContain("first time");
});

test("a bar ends above both values, at 100 for large shares, and is left out where zero means nothing", () => {
  expect(barOf(finding())?.usual).toBeCloseTo(100 / 2.3);
  expect(barOf(finding({ unit: "%", value: 40, usual: 20 }))?.value).toBeCloseTo(100 / 1.15);
  expect(barOf(finding({ unit: "%", value: 95, usual: 90 }))).toEqual({ value: 95, usual: 90 });
  expect(barOf(finding({ usual: null }))).toBeNull();
  expect(barOf(finding({ value: -1 }))).toBeNull();
  expect(barOf(finding({ value: 0, usual: 0 }))).toBeNull();
});

test("goals carry the score after them", () => {
  expect(scored(SUMMARY.goals).map(({ score }) => score)).toEqual([
    [1, 0],
    [1, 1],
    [1, 2],
  ]);
});

test("result, headline, findings, goals and what was not seen are said in words", () => {
  open(SUMMARY);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(SUMMARY.headline);
  expect(document.title).toContain(SUMMARY.headline);
  expect(screen.getByText("Loss")).toBeTruthy();
  expect(screen.getByText("Partial")).toBeTruthy();
  expect(screen.getAllByText("Beside your own usual play.")).toHaveLength(2);
  const well = screen.getByRole("region", { name: "What went well" });
  expect(within(well).getByRole("listitem").textContent).toContain("Usual of 14 matches: 2");
  const worse = screen.getByRole("region", { name: "What to work on" });
  expect(worse.textContent).toContain("Nothing fell behind");
  expect(screen.getByText(/does not show: positions/)).toBeTruthy();
  expect(screen.queryByRole("link")).toBeNull();
});

test("a scorer's name is text", () => {
  open(SUMMARY);
  expect(screen.getByText(/^<img/).tagName).toBe("BDI");
});

test("the match is linked once its replay is here", () => {
  open({ ...SUMMARY, match_id: 7 });
  expect(screen.getByRole("link", { name: "Open the match" }).getAttribute("href")).toBe(
    "#/match/7",
  );
});

test("training has no score, no goals, and is not compared", () => {
  const none = { result: null, score: null, me: null, goals: [], strengths: [], matches: 0 };
  open({ ...SUMMARY, ...none, kind: "freeplay", unseen: [] });
  expect(screen.getByText(/^Free play/)).toBeTruthy();
  expect(screen.queryByRole("region", { name: "Goals" })).toBeNull();
  expect(screen.getByText(/nobody trains as they play/)).toBeTruthy();
  expect(screen.queryByRole("region", { name: "What went well" })).toBeNull();
});

test("too few matches are counted, and so many are named as it takes", () => {
  open({ ...SUMMARY, strengths: [], matches: 1 });
  expect(screen.getAllByText(/after 5 matches of a playlist; 1 is stored/)).toHaveLength(2);
});

test("without a game it says how to get one", () => {
  open(null);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("No game was watched yet");
});
