import { expect, test } from "vitest";
import { shownName } from "../src/name";

test("a name stays what it is", () => {
  expect(shownName("Ann B. 7")).toBe("Ann B. 7");
  expect(shownName("プレイヤー")).toBe("プレイヤー");
  expect(shownName("<b>x</b>")).toBe("<b>x</b>");
});

test("what turns the writing direction, breaks lines or cannot be seen is left out", () => {
  expect(shownName("a\u202Eb\u2066c\u200Bd\ne\u0000f\u2029")).toBe("abcdef");
});

test("length and height are bounded", () => {
  expect([...shownName("x".repeat(500))]).toHaveLength(32);
  expect(shownName(`e${"\u0301".repeat(40)}`).length).toBeLessThanOrEqual(3);
});

test("a family of emoji counts as one letter", () => {
  expect(shownName("👍🏽".repeat(20))).toBe("👍🏽".repeat(20));
});

test("nothing to show is said", () => {
  expect(shownName("\u200B \u202E")).toBe("(no name)");
});
