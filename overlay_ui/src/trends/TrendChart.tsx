import { useMemo, useState } from "react";
import type { Metric, Progress } from "../api/types";
import { Scrubber } from "../charts/Scrubber";
import { type Line, TimeChart } from "../charts/TimeChart";
import { day, hour, measure, number, shortDay } from "../format";
import { ResultMark } from "../parts/ResultMark";
import { points } from "./points";

interface Props {
  readonly metric: Metric;
  readonly progress: Progress;
}

/** A metric match by match, with the median of the last few drawn through it. */
export function TrendChart({ metric, progress }: Props) {
  const [cursor, setCursor] = useState<number | null>(null);
  const x = useMemo(() => progress.points.map((_, index) => index + 1), [progress]);
  const lines = useMemo(() => linesOf(progress), [progress]);
  const last = progress.points.length - 1;
  return (
    <div className="min-w-0">
      <Key progress={progress} />
      <TimeChart
        label={`${metric.name} over the last ${progress.points.length} matches`}
        x={x}
        lines={lines}
        height={340}
        xMargin={0.6}
        showX={(value) => dayOf(progress, value)}
        showY={(value) => number(value, metric.unit === "%" ? "%" : "uu")}
        cursor={cursor}
        onCursor={setCursor}
      />
      <Scrubber
        name="Match"
        last={last}
        at={cursor ?? last}
        spoken={spoken(metric, progress, cursor ?? last)}
        onMove={setCursor}
      />
      <AtCursor metric={metric} progress={progress} index={cursor ?? last} />
    </div>
  );
}

function Key({ progress }: { progress: Progress }) {
  return (
    <p className="mb-1 flex flex-wrap gap-x-5 text-faint text-small">
      <span>
        <span aria-hidden="true" className="mr-1.5 inline-block h-0.5 w-5 bg-accent align-middle" />
        median of {progress.window} matches
      </span>
      <span>
        <span className="text-good">▲</span> win
      </span>
      <span>
        <span className="text-bad">▽</span> loss
      </span>
      <span>
        <span className="text-muted">○</span> other
      </span>
    </p>
  );
}

function AtCursor({ metric, progress, index }: Props & { index: number }) {
  const point = progress.points[index];
  const median = progress.rolling_median[index];
  if (!point) return null;
  return (
    <p className="numbers mt-1 flex flex-wrap items-baseline gap-x-4 text-small">
      <a
        href={`#/match/${point.match_id}`}
        className="underline decoration-edge hover:decoration-text"
      >
        {point.date ? `${day(point.date)}, ${hour(point.date)}` : "This match"}
      </a>
      {point.result && <ResultMark result={point.result} />}
      <b>{measure(point.value, metric.unit)}</b>
      {median !== undefined && (
        <span className="text-muted">median then {measure(median, metric.unit)}</span>
      )}
    </p>
  );
}

function dayOf(progress: Progress, place: number): string {
  const point = progress.points[place - 1];
  return point?.date ? shortDay(point.date) : "";
}

function linesOf({ points: all, rolling_median }: Progress): Line[] {
  const of = (result: string | null) =>
    all.map((point) => (point.result === result ? point.value : null));
  return [
    { label: "Win", values: of("win"), colour: "good", points: points("up", "good") },
    { label: "Loss", values: of("loss"), colour: "bad", points: points("down", "bad") },
    { label: "Other", values: of(null), colour: "muted", points: points("disc", "muted") },
    { label: "Median", values: rolling_median, colour: "accent", width: 2.5 },
  ];
}

function spoken(metric: Metric, { points: all }: Progress, index: number): string {
  const point = all[index];
  if (!point) return "no match";
  return `${day(point.date)}, ${measure(point.value, metric.unit)}, ${point.result ?? "no result"}`;
}
