// Writes src/api/schema.gen.ts from openapi.json, the server's own description of itself.
import { readFile, writeFile } from "node:fs/promises";
import { argv } from "node:process";
import openapiTS, { astToString } from "openapi-typescript";

// npm runs scripts and tests in the package's folder.
const DESCRIPTION = "openapi.json";
const TYPES = "src/api/schema.gen.ts";
const HEAD = "// Generated from openapi.json by `npm run generate`. Do not edit.\n\n";

/** The text that schema.gen.ts should have. */
export async function generated() {
  const description = JSON.parse(await readFile(DESCRIPTION, "utf8"));
  return HEAD + astToString(await openapiTS(description, { alphabetize: true }));
}

if (argv[1]?.endsWith("generate.mjs")) await writeFile(TYPES, await generated());
