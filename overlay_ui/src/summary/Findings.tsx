import type { Finding } from "../api/types";
import { measure, number } from "../format";
import { Panel } from "../parts/Panel";
import { barOf, usualText } from "./finding";

const LOOK = {
  good: {
    title: "What went well",
    sign: "▲",
    text: "text-good",
    fill: "bg-good",
    none: "Nothing stood out above it, as far as it is known.",
  },
  bad: {
    title: "What to work on",
    sign: "▼",
    text: "text-bad",
    fill: "bg-bad",
    none: "Nothing fell behind it, as far as it is known.",
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
        <p className="text-muted">{matches > 0 ? none : "It needs matches to compare with."}</p>
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

function Item({ tone, finding }: { tone: Props["tone"]; finding: Finding }) {
  const { sign, text } = LOOK[tone];
  return (
    <li className="py-4 first:pt-0 last:pb-0">
      <div className="flex items-baseline justify-between gap-4">
        <h3 className="flex items-baseline gap-2">
          <span aria-hidden="true" className={`text-[0.7em] ${text}`}>
            {sign}
          </span>
          {finding.name}
        </h3>
        <p className="shrink-0">
          <span className="wide-numbers text-title">{number(finding.value, finding.unit)}</span>
          <span className="text-muted">
            {measure(finding.value, finding.unit).slice(number(finding.value, finding.unit).length)}
          </span>
        </p>
      </div>
      <Bar tone={tone} finding={finding} />
      <p className="numbers mt-1.5 text-faint text-small">{usualText(finding)}</p>
      <p className="mt-1 text-muted">{finding.text}</p>
    </li>
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
