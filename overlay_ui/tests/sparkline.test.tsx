import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { Sparkline } from "../src/trends/Sparkline";

/** Heights of the drawn points, from the top. */
function heights(values: readonly number[]): number[] {
  const path = render(<Sparkline values={values} />).container.querySelector("path");
  return (path?.getAttribute("d") ?? "")
    .slice(1)
    .split("L")
    .map((place) => Number(place.split(" ")[1]));
}

test("a course fills the height", () => {
  expect(heights([10, 20, 15])).toEqual([26, 2, 14]);
});

test("hardly any change is drawn as hardly any", () => {
  const [first = 0, last = 0] = heights([191.3, 191.2]);
  expect(Math.abs(first - last)).toBeLessThan(1);
  expect(heights([0, 0])).toEqual([14, 14]);
});
