import { expect, test } from "vitest";
import { codeIn } from "../src/api/session";
import { filterOf, isFiltered } from "../src/matches/filter";
import { address, routeOf } from "../src/route";
import { choiceOf } from "../src/trends/choice";

test("an address is read back as it was written", () => {
  const route = routeOf(address("matches", { q: "a&b=c?#", playlist: undefined }));
  expect(route.path).toEqual(["matches"]);
  expect([...route.query]).toEqual([["q", "a&b=c?#"]]);
});

test("a filter leaves out what makes no sense", () => {
  const filter = filterOf(new URLSearchParams("result=banana&from=1999&to=2026-01-31&q="));
  expect(filter).toMatchObject({ result: undefined, from: undefined, to: "2026-01-31" });
  expect(isFiltered(filter)).toBe(true);
  expect(isFiltered(filterOf(new URLSearchParams()))).toBe(false);
});

test("a trend has a metric and a length whatever the address says", () => {
  expect(choiceOf(new URLSearchParams("last=7"))).toMatchObject({ last: 50 });
  expect(choiceOf(new URLSearchParams("metric=shots&last=100"))).toMatchObject({
    metric: "shots",
    last: 100,
  });
});

test("a code is found in a link and taken alone", () => {
  expect(codeIn("http://127.0.0.1:8787/#/start?code=a%2Db")).toBe("a-b");
  expect(codeIn("http://127.0.0.1:8787/#/summary?code=c")).toBe("c");
  expect(codeIn("  abc ")).toBe("abc");
  expect(codeIn("")).toBeNull();
});
