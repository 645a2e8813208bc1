import type { MatchDetail, Metric, Side } from "../api/types";
import { number } from "../format";
import { Hint } from "../parts/Hint";
import { SIDE_NAME, SIDE_TEXT, SIDES, TeamMark } from "../parts/TeamMark";
import { MetricName } from "./MetricName";
import { better, type MetricRow, type Reading, teamReading } from "./metricRows";

interface Props {
  readonly match: MatchDetail;
  readonly rows: readonly MetricRow[];
}

/** Both teams as bars that grow from the middle, a line a metric. */
export function TeamMetrics({ match, rows }: Props) {
  const averaged = rows.some(
    ({ metric }) => metric.team === "mean" || isAverage(teamReading(match, "blue", metric.key)),
  );
  return (
    <>
      <table className="w-full table-fixed text-small">
        <thead>
          <tr>
            <th scope="col" className={`pb-2 text-right font-semibold ${SIDE_TEXT.blue}`}>
              <TeamMark side="blue" /> Blue
            </th>
            <th scope="col" className="w-72 pb-2 font-normal text-faint">
              <span className="sr-only">Metric</span>
            </th>
            <th scope="col" className={`pb-2 text-left font-semibold ${SIDE_TEXT.orange}`}>
              Orange <TeamMark side="orange" />
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.metric.key} match={match} row={row} />
          ))}
        </tbody>
      </table>
      <p className="mt-4 text-faint text-small">
        ▲ the better side, where one direction is better for everybody.
        {averaged && " ⌀ the mean of the players, where their sum would say nothing."}
      </p>
    </>
  );
}

function Line({ match, row }: { match: MatchDetail; row: MetricRow }) {
  const { metric, share } = row;
  const readings = {
    blue: teamReading(match, "blue", metric.key),
    orange: teamReading(match, "orange", metric.key),
  };
  const scale = scaleOf(metric, readings.blue, readings.orange);
  const best = better(metric, readings.blue, readings.orange);
  const [blue, orange] = SIDES.map((side) => (
    <td key={side} className="py-1.5">
      <Bar
        side={side}
        metric={metric}
        reading={readings[side]}
        share={share ? teamReading(match, side, share.key) : null}
        scale={scale}
        best={best === side}
      />
    </td>
  ));
  return (
    <tr className="hover:bg-raised">
      {blue}
      <th scope="row" className="px-3 py-1.5 text-center font-normal">
        <MetricName metric={metric} />
      </th>
      {orange}
    </tr>
  );
}

interface BarProps {
  readonly side: Side;
  readonly metric: Metric;
  readonly reading: Reading;
  readonly share: Reading | null;
  readonly scale: number;
  readonly best: boolean;
}

function Bar({ side, metric, reading, share, scale, best }: BarProps) {
  const flow = side === "blue" ? "flex-row-reverse text-right" : "";
  if ("missing" in reading)
    return (
      <div className={`flex ${flow}`}>
        <Missing reason={reading.missing} />
      </div>
    );
  const look = side === "blue" ? "bg-blue rounded-l-full" : "bg-orange rounded-r-full";
  return (
    <div className={`flex items-center gap-3 ${flow}`}>
      <span className="sr-only">{SIDE_NAME[side]}: </span>
      <span className={`flex w-1/2 ${side === "blue" ? "justify-end" : ""}`}>
        <span
          className={`h-2.5 min-w-0.5 ${look} ${best ? "" : "opacity-70"}`}
          style={{ width: `${(reading.value / scale) * 100}%` }}
        />
      </span>
      <span className={`numbers whitespace-nowrap ${best ? "font-semibold" : "text-muted"}`}>
        {best && side === "orange" && <Better />}
        {number(reading.value, metric.unit)}
        <Unit unit={metric.unit} />
        {(reading.averaged || metric.team === "mean") && <Averaged />}
        {best && side === "blue" && <Better />}
      </span>
      {share && "value" in share && (
        <span className="numbers whitespace-nowrap text-faint">{number(share.value, "%")} %</span>
      )}
    </div>
  );
}

function Unit({ unit }: { unit: string }) {
  if (unit === "" || unit === "yes/no") return null;
  return <span className="font-normal text-faint"> {unit}</span>;
}

function Better() {
  return (
    <span className="mx-1.5 text-good">
      <span aria-hidden="true">▲</span>
      <span className="sr-only"> better </span>
    </span>
  );
}

function Averaged() {
  return (
    <span className="ml-1 font-normal text-faint">
      <span aria-hidden="true">⌀</span>
      <span className="sr-only">mean of the players</span>
    </span>
  );
}

/** A value that is not there, and why. */
export function Missing({ reason }: { reason: string }) {
  return (
    <Hint text={`Not measured: ${reason}.`}>
      <button type="button" className="cursor-help px-1 text-faint">
        <span aria-hidden="true">–</span>
        <span className="sr-only">not measured</span>
      </button>
    </Hint>
  );
}

/** What a full bar stands for: a bounded share its bound, anything else the larger of the two. */
function scaleOf(metric: Metric, ...readings: Reading[]): number {
  if (metric.unit === "%") return metric.high ?? 100;
  const values = readings.map((reading) => ("value" in reading ? reading.value : 0));
  return Math.max(...values, Number.EPSILON);
}

function isAverage(reading: Reading): boolean {
  return "value" in reading && reading.averaged;
}
