import type { MatchFilter } from "../api/queries";
import { address, replaceAddress } from "../route";

const RESULTS = ["win", "loss"] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The filter that an address holds; whatever makes no sense there is left out. */
export function filterOf(query: URLSearchParams): MatchFilter {
  const day = (key: string) => {
    const said = query.get(key) ?? "";
    return DAY.test(said) ? said : undefined;
  };
  return {
    q: query.get("q") || undefined,
    playlist: query.get("playlist") || undefined,
    result: RESULTS.find((one) => one === query.get("result")),
    from: day("from"),
    to: day("to"),
  };
}

export function isFiltered(filter: MatchFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}

/** Puts a filter into the address, where it survives a look at a match and back. */
export function keepFilter(filter: MatchFilter): void {
  replaceAddress(address("matches", { ...filter }));
}
