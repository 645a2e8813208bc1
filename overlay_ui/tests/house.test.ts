import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generated } from "../scripts/generate.mjs";

const SOURCES = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((name) => `src/${name.replaceAll("\\", "/")}`)
  .filter((name) => /\.(tsx?|css)$/.test(name) && !name.endsWith(".gen.ts"));

function text(path: string): string {
  return readFileSync(path, "utf8");
}

test("the client's types are those of openapi.json", async () => {
  expect(text("src/api/schema.gen.ts"), "run `npm run generate`").toBe(await generated());
});

test("only the tokens name colours", () => {
  const others = SOURCES.filter((path) => path !== "src/styles/tokens.css");
  const colour = /#[0-9a-f]{3,8}\b(?=["';\s)])|\brgba?\(|\bhsla?\(|oklch\(/i;
  expect(others.filter((path) => colour.test(text(path)))).toEqual([]);
});

test("nobody writes markup as text", () => {
  const risky = /dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML|document\.write/;
  expect(SOURCES.filter((path) => risky.test(text(path)))).toEqual([]);
});

test("files stay small", () => {
  expect(SOURCES.filter((path) => text(path).split("\n").length > 400)).toEqual([]);
});

interface Locked {
  resolved?: string;
  integrity?: string;
  optionalDependencies?: Record<string, string>;
}

function locked(): [string, Locked][] {
  const lock = JSON.parse(text("package-lock.json")) as { packages: Record<string, Locked> };
  return Object.entries(lock.packages).filter(([name]) => name !== "");
}

test("packages come from the public registry, with their sums", () => {
  const odd = locked().filter(
    ([, { resolved, integrity }]) =>
      !integrity || (resolved && !resolved.startsWith("https://registry.npmjs.org/")),
  );
  expect(odd.map(([name]) => name)).toEqual([]);
});

test("the lock has the parts for every system, not only for the one it was written on", () => {
  const names = locked().map(([name]) => name);
  const parts = locked().flatMap(([, one]) => Object.keys(one.optionalDependencies ?? {}));
  expect(parts.filter((part) => !names.some((name) => name.endsWith(`/${part}`)))).toEqual([]);
});
