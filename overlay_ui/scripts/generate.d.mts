/** The text that src/api/schema.gen.ts should have. */
export function generated(): Promise<string>;
