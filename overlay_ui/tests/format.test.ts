import { expect, test } from "vitest";
import { clock, counted, day, measure, number, signed } from "../src/format";

test("numbers have the digits that their unit bears", () => {
  expect(number(1234.56, "uu")).toBe("1,235");
  expect(number(999.6, "uu")).toBe("1,000");
  expect(number(-1234567, "uu")).toBe("-1,234,567");
  expect(number(1234.56, "%")).toBe("1,234.6");
  expect(number(43.06, "%")).toBe("43.1");
  expect(number(12, "s")).toBe("12.0");
  expect(number(2, "")).toBe("2");
  expect(number(1, "yes/no")).toBe("yes");
  expect(measure(43.06, "%")).toBe("43.1\u00a0%");
  expect(measure(3, "")).toBe("3");
});

test("a difference carries its sign", () => {
  expect(signed(-3.25, "%")).toBe("\u22123.3");
  expect(signed(2, "")).toBe("+2");
  expect(signed(-0.2, "uu/s")).toBe("\u00b10");
});

test("seconds are a clock", () => {
  expect(clock(0)).toBe("0:00");
  expect(clock(304.6)).toBe("5:04");
});

test("a date that is none is said to be unknown", () => {
  expect(day("2026-01-28T21:00:42")).toBe("28 Jan 2026");
  expect(day("yesterday")).toBe("unknown date");
});

test("one is not many", () => {
  expect(counted(1, "match", "matches")).toBe("1 match");
  expect(counted(1200, "match", "matches")).toBe("1,200 matches");
});
