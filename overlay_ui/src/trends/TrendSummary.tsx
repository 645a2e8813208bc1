import type { ReactNode } from "react";
import type { Metric, Progress } from "../api/types";
import { measure, signed } from "../format";
import { changeOf, median } from "./change";

interface Props {
  readonly metric: Metric;
  readonly progress: Progress;
}

/** The trend in numbers. */
export function TrendSummary({ metric, progress }: Props) {
  const values = progress.points.map((point) => point.value);
  const change = changeOf(metric, values);
  return (
    <dl className="grid grid-cols-2 content-start gap-x-4 gap-y-5 xl:grid-cols-1">
      <Fact name="Now" note={`median of the last ${change.window}`}>
        {measure(change.now, metric.unit)}
      </Fact>
      {change.before !== null && (
        <Fact name="Change" note={`against the ${change.window} before`}>
          <span className={change.good === null ? "" : change.good ? "text-good" : "text-bad"}>
            {signed(change.now - change.before, metric.unit)}
          </span>
          {change.good !== null && (
            <span className="ml-2 font-normal text-muted text-small">
              {change.good ? "▲ better" : "▼ worse"}
            </span>
          )}
        </Fact>
      )}
      <Fact name="Highest">{measure(Math.max(...values), metric.unit)}</Fact>
      <Fact name="Lowest">{measure(Math.min(...values), metric.unit)}</Fact>
      <Fact name="Median" note={`of ${values.length} matches`}>
        {measure(median(values), metric.unit)}
      </Fact>
    </dl>
  );
}

function Fact({ name, note, children }: { name: string; note?: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-faint text-small">{name}</dt>
      <dd className="wide-numbers text-lead">{children}</dd>
      {note && <dd className="text-faint text-small">{note}</dd>}
    </div>
  );
}
