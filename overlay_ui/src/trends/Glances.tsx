import { useProgress } from "../api/queries";
import type { Metric } from "../api/types";
import { measure, signed } from "../format";
import { changeOf } from "./change";
import { choiceAddress, type TrendChoice } from "./choice";
import { Sparkline } from "./Sparkline";

const KEYS = [
  "boost_collected_per_min",
  "boost_zero_percent",
  "speed_mean_uu_s",
  "supersonic_percent",
  "behind_ball_percent",
  "shots",
];

interface Props {
  readonly choice: TrendChoice;
  readonly metrics: readonly Metric[];
}

/** A few metrics at a glance; each leads to its trend. */
export function Glances({ choice, metrics }: Props) {
  const shown = KEYS.flatMap((key) => metrics.find((metric) => metric.key === key) ?? []);
  return (
    <nav aria-label="Metrics at a glance">
      <ul className="grid min-h-36 grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-6">
        {shown.map((metric) => (
          <Glance key={metric.key} metric={metric} choice={choice} />
        ))}
      </ul>
    </nav>
  );
}

function Glance({ metric, choice }: { metric: Metric; choice: TrendChoice }) {
  const { data } = useProgress(metric.key, choice.last, choice.playlist);
  const values = (data?.points ?? []).map((point) => point.value);
  const change = changeOf(metric, values);
  const moved = change.before === null ? null : change.now - change.before;
  return (
    <li>
      <a
        href={choiceAddress({ ...choice, metric: metric.key })}
        aria-current={choice.metric === metric.key ? "true" : undefined}
        className="panel flex h-full flex-col p-3.5 hover:bg-raised aria-[current]:border-accent"
      >
        <span className="text-balance text-muted text-small">{metric.name}</span>
        <span className="wide-numbers mt-auto pt-1 text-lead">
          {values.length > 0 ? measure(change.now, metric.unit) : "–"}
        </span>
        <span className="numbers flex h-5 gap-1.5 text-small">
          {moved !== null && (
            <span
              className={
                change.good === null ? "text-faint" : change.good ? "text-good" : "text-bad"
              }
            >
              {change.good !== null && (
                <>
                  <span aria-hidden="true">{change.good ? "▲ " : "▼ "}</span>
                  <span className="sr-only">{change.good ? "better: " : "worse: "}</span>
                </>
              )}
              {signed(moved, metric.unit)}
            </span>
          )}
        </span>
        <Sparkline values={data?.rolling_median ?? []} />
      </a>
    </li>
  );
}
