import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Problem } from "../src/api/problem";
import { PlayerName } from "../src/parts/PlayerName";
import { ProblemPanel } from "../src/parts/ProblemPanel";
import { ResultMark } from "../src/parts/ResultMark";

afterEach(cleanup);

test("a name is text, in an element of its own direction", () => {
  render(<PlayerName name={'<img src=x onerror="alert(1)">'} />);
  const shown = screen.getByText(/^<img/);
  expect(shown.tagName).toBe("BDI");
  expect(shown.children).toHaveLength(0);
});

test("a result is a word, not only a colour", () => {
  render(<ResultMark result="loss" />);
  expect(screen.getByText("Loss")).toBeTruthy();
});

test("a problem is announced with its hint", () => {
  render(<ProblemPanel error={new Problem("Full", 507, "The disk is full.", "Make room.")} />);
  expect(screen.getByRole("alert").textContent).toBe("✕FullThe disk is full.Make room.");
});
