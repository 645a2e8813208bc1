import { measure, number } from "../format";
import type { Live } from "../live/feed";
import type { LiveNumber, PanelMetric } from "../live/messages";

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

/** What was said of a metric; absent until something was. */
export function saidOf({ state }: Live, { key }: PanelMetric): LiveNumber | undefined {
  return state?.numbers.find((one) => one.key === key);
}

/** The value as it is shown, without its unit; a dash where there is none. */
export function valueText({ unit }: PanelMetric, said: LiveNumber | undefined): string {
  return said && said.value !== null ? number(said.value, unit) : "–";
}

/** The unit of a value that there is; what the name says already is left out. */
export function unitText({ unit }: PanelMetric, said: LiveNumber | undefined): string {
  if (!said || said.value === null || unit === "yes/no") return "";
  return unit.replace(/^boost/, "");
}

/** Why there is no value; "" where there is one. */
export function missingText(said: LiveNumber | undefined): string {
  return said?.value === null ? (said.reason ?? UNMEASURED) : "";
}

export function verdictOf({ better }: PanelMetric, said: LiveNumber | undefined): Verdict {
  if (!said || said.value === null || said.usual === null) return NONE;
  const difference = said.value - said.usual;
  if (Math.abs(difference) <= SAME_SHARE * Math.abs(said.usual))
    return { sign: "=", word: "usual", tone: "plain" };
  const sign = difference > 0 ? "▲" : "▼";
  if (better === "neither") return { sign, word: difference > 0 ? "more" : "less", tone: "plain" };
  const good = difference > 0 === (better === "higher");
  return good ? { sign, word: "better", tone: "good" } : { sign, word: "worse", tone: "bad" };
}

/** What stands behind a line, in words; the value itself is left out, for it changes all the time. */
export function explained({ name, unit }: PanelMetric, said: LiveNumber | undefined): string {
  if (!said || said.value === null) return `${name}: ${said?.reason ?? UNMEASURED}`;
  if (said.usual === null) return `${name}: no usual value yet`;
  return `${name}: usually ${measure(said.usual, unit)}`;
}
