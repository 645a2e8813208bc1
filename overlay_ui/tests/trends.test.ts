import { expect, test } from "vitest";
import { changeOf, median } from "../src/trends/change";
import { metric } from "./support";

test("a median is the middle, or the mean of the middle two", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(median([7])).toBe(7);
});

test("a change is good in the direction that is better", () => {
  const lower = metric("m", { better: "lower" });
  expect(changeOf(lower, [4, 4, 2, 2])).toEqual({ now: 2, before: 4, window: 2, good: true });
  expect(changeOf(metric("m"), [4, 4, 2, 2]).good).toBeNull();
});

test("a change that rounds to nothing is none", () => {
  const speed = metric("m", { better: "higher", unit: "uu/s" });
  expect(changeOf(speed, [191.2, 191.0]).good).toBeNull();
});

test("one match is no change", () => {
  expect(changeOf(metric("m", { better: "higher" }), [5])).toMatchObject({ now: 5, before: null });
});
