import { measure, number } from "../format";
import type { Live } from "../live/feed";

/** Less than this share of the usual value is no difference worth an arrow that flickers. */
const SAME_SHARE = 0.03;

export type Tone = "good" | "bad" | "plain";

/** A number beside the player's own usual one, in a sign and a word. */
export interface Verdict {
  readonly sign: string;
  readonly word: string;
  readonly tone: Tone;
}

const UNMEASURED = "not measured yet";
const NONE: Verdict = { sign: "", word: "", tone: "plain" };

/** One line of the panel; both are absent if the panel has fewer. */
export function lineOf({ metrics, state }: Live, row: number) {
  const metric = metrics[row];
  const said = metric && state?.numbers.find((one) => one.key === metric.key);
  return { metric, said };
}

/** The value as it is shown, without its unit; a dash where there is none. */
export function valueText(live: Live, row: number): string {
  const { metric, said } = lineOf(live, row);
  return metric && said && said.value !== null ? number(said.value, metric.unit) : "–";
}

/** The unit of a value that there is; what the name says already is left out. */
export function unitText(live: Live, row: number): string {
  const { metric, said } = lineOf(live, row);
  if (!metric || !said || said.value === null || metric.unit === "yes/no") return "";
  return metric.unit.replace(/^boost/, "");
}

/** Why there is no value; "" where there is one. */
export function missingText(live: Live, row: number): string {
  const { said } = lineOf(live, row);
  return said?.value === null ? (said.reason ?? UNMEASURED) : "";
}

export function verdictOf(live: Live, row: number): Verdict {
  const { metric, said } = lineOf(live, row);
  if (!metric || !said || said.value === null || said.usual === null) return NONE;
  const difference = said.value - said.usual;
  if (Math.abs(difference) <= SAME_SHARE * Math.abs(said.usual))
    return { sign: "=", word: "usual", tone: "plain" };
  const sign = difference > 0 ? "▲" : "▼";
  if (metric.better === "neither")
    return { sign, word: difference > 0 ? "more" : "less", tone: "plain" };
  const good = difference > 0 === (metric.better === "higher");
  return good ? { sign, word: "better", tone: "good" } : { sign, word: "worse", tone: "bad" };
}

/** What stands behind a line, in words; the value itself is left out, for it changes all the time. */
export function explained(live: Live, row: number): string {
  const { metric, said } = lineOf(live, row);
  if (!metric) return "";
  if (!said || said.value === null) return `${metric.name}: ${said?.reason ?? UNMEASURED}`;
  if (said.usual === null) return `${metric.name}: no usual value yet`;
  return `${metric.name}: usually ${measure(said.usual, metric.unit)}`;
}
