import { expect, test } from "vitest";
import { gigabytes } from "../src/settings/RoomPanel";

test("a budget is typed in gigabytes", () => {
  expect(gigabytes("2.5")).toBe(2_500_000_000);
  expect(gigabytes("0")).toBe(0);
});

test("what is no budget is none", () => {
  for (const typed of ["", " ", "much", "-1", "1e99", "Infinity"])
    expect(gigabytes(typed)).toBeNull();
});
