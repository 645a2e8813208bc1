import type { Finding } from "../api/types";
import { measure, number, signed } from "../format";
import { Panel } from "../parts/Panel";
import { barOf, usualText } from "./finding";

/** Matches of a playlist that make a usual value; the server's number. */
const ENOUGH = 5;

const LOOK = {
  good: {
    title: "What went well",
    text: "text-good",
    fill: "bg-good",
    none: "Nothing stood out above it.",
  },
  bad: {
    title: "What to work on",
    text: "text-bad",
    fill: "bg-bad",
    none: "Nothing fell behind it.",
  },
} as const;

interface Props {
  readonly tone: keyof typeof LOOK;
  readonly findings: readonly Finding[];
  /** That are stored by now. */
  readonly matches: number;
}

/** What was better, or worse, than the player's own usual. */
export function Findings({ tone, findings, matches }: Props) {
  const { title, none } = LOOK[tone];
  return (
    <Panel title={title} about="Beside your own usual play.">
      {findings.length === 0 ? (
        <p className="text-muted">{matches < ENOUGH ? early(matches) : none}</p>
      ) : (
        <ol className="flex flex-col divide-y divide-line">
          {findings.map((finding) => (
            <Item key={finding.key} tone={tone} finding={finding} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

function early(matches: number): string {
  const stored = matches === 0 ? "none is" : `${matches} ${matches === 1 ? "is" : "are"}`;
  return `It is known after ${ENOUGH} matches of a playlist; ${stored} stored so far.`;
}

function Item({ tone, finding }: { tone: Props["tone"]; finding: Finding }) {
  const shown = number(finding.value, finding.unit);
  return (
    <li className="py-4 first:pt-0 last:pb-0">
      <div className="flex items-baseline justify-between gap-4">
        <h3>{finding.name}</h3>
        <p className="shrink-0">
          <span className="wide-numbers text-title">{shown}</span>
          <span className="text-muted">
            {measure(finding.value, finding.unit).slice(shown.length)}
          </span>
        </p>
      </div>
      <Bar tone={tone} finding={finding} />
      <p className="numbers mt-2 flex justify-between gap-4 text-muted text-small">
        {usualText(finding)}
        {finding.usual !== null && (
          <Difference tone={tone} value={finding.value - finding.usual} unit={finding.unit} />
        )}
      </p>
    </li>
  );
}

/** By how much, and in which direction; which of the two lists it is in says what that is worth. */
function Difference({ tone, value, unit }: { tone: Props["tone"]; value: number; unit: string }) {
  return (
    <span className={`shrink-0 font-semibold ${LOOK[tone].text}`}>
      <span aria-hidden="true">{value < 0 ? "▼" : "▲"} </span>
      {signed(value, unit)}
    </span>
  );
}

/** The value as a bar, the usual one as a mark across it; both stand in words beside it. */
function Bar({ tone, finding }: { tone: Props["tone"]; finding: Finding }) {
  const bar = barOf(finding);
  if (!bar) return null;
  return (
    <div aria-hidden="true" className="relative mt-2 h-2">
      <div className="h-full overflow-hidden rounded-full bg-lifted">
        <div className={`h-full ${LOOK[tone].fill}`} style={{ width: `${bar.value}%` }} />
      </div>
      <div
        className="absolute -inset-y-1 w-0.5 -translate-x-1/2 bg-text"
        style={{ left: `${bar.usual}%` }}
      />
    </div>
  );
}
