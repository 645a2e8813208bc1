import { address, replaceAddress } from "../route";

/** What a trend is shown of. */
export interface TrendChoice {
  readonly metric: string;
  /** How many matches. */
  readonly last: number;
  readonly playlist: string | undefined;
}

export const LENGTHS: readonly number[] = [20, 50, 100, 200];
const FIRST_METRIC = "boost_collected_per_min";
const FIRST_LENGTH = 50;

export function choiceOf(query: URLSearchParams): TrendChoice {
  const last = Number(query.get("last"));
  return {
    metric: query.get("metric") || FIRST_METRIC,
    last: LENGTHS.includes(last) ? last : FIRST_LENGTH,
    playlist: query.get("playlist") || undefined,
  };
}

export function choiceAddress({ metric, last, playlist }: TrendChoice): string {
  return address("trends", { metric, last: String(last), playlist });
}

export function keepChoice(choice: TrendChoice): void {
  replaceAddress(choiceAddress(choice));
}
