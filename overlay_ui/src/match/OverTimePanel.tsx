import { useMemo, useState } from "react";
import { useSeries } from "../api/queries";
import type { MatchDetail, Series } from "../api/types";
import { Scrubber } from "../charts/Scrubber";
import { type Line, type Mark, TimeChart } from "../charts/TimeChart";
import { clock, number } from "../format";
import { shownName } from "../name";
import { Loading } from "../parts/Loading";
import { Panel } from "../parts/Panel";
import { ProblemPanel } from "../parts/ProblemPanel";
import { SIDE_SIGN } from "../parts/TeamMark";
import { momentsOf } from "./moments";
import { type Column, type Curves, curvesOf, meanOf, played } from "./overTime";
import { PlayerSelect } from "./PlayerSelect";
import { Readout } from "./Readout";
import { byId } from "./roster";

const HZ = 4;
const CHARTS: readonly { column: Column; name: string; unit: string; top: number }[] = [
  { column: "boost", name: "Boost in the tank", unit: "boost", top: 100 },
  { column: "speed_uu_s", name: "Speed", unit: "uu/s", top: 2300 },
];

interface Props {
  readonly match: MatchDetail;
  readonly player: string;
  readonly onPlayer: (id: string) => void;
}

/** Boost and speed over the match: one player against the means of both teams. */
export default function OverTimePanel({ match, player, onPlayer }: Props) {
  const series = useSeries(match.id, HZ);
  const shown = useMemo(() => series.data && played(series.data), [series.data]);
  return (
    <Panel
      title="Over time"
      about="One player, and the means of both teams over six seconds. Upright lines are goals; goal replays are cut out."
      tools={<PlayerSelect match={match} value={player} onChange={onPlayer} />}
    >
      {series.isPending && <Loading what="charts" className="h-[32rem]" />}
      {series.isError && <ProblemPanel error={series.error} again={() => void series.refetch()} />}
      {shown && <Charts match={match} series={shown} player={player} />}
    </Panel>
  );
}

interface ChartsProps {
  readonly match: MatchDetail;
  readonly series: Series;
  readonly player: string;
}

function Charts({ match, series, player }: ChartsProps) {
  const [cursor, setCursor] = useState<number | null>(null);
  const marks = useMemo(() => goalMarks(match), [match]);
  const name = shownName(byId(match, player)?.name ?? "");
  const at = cursor === null ? null : (series.match_s[cursor] ?? null);
  return (
    <>
      {CHARTS.map((chart) => (
        <Chart
          key={chart.column}
          {...{ match, series, player, chart, name, marks, cursor }}
          onCursor={setCursor}
        />
      ))}
      <Scrubber
        name="Moment"
        last={series.match_s.length - 1}
        at={cursor ?? 0}
        spoken={at === null ? "start" : clock(at)}
        onMove={setCursor}
      />
    </>
  );
}

interface ChartProps extends ChartsProps {
  readonly chart: (typeof CHARTS)[number];
  readonly name: string;
  readonly marks: readonly Mark[];
  readonly cursor: number | null;
  readonly onCursor: (index: number | null) => void;
}

function Chart({ match, series, player, chart, name, marks, cursor, onCursor }: ChartProps) {
  const curves = useMemo(
    () => curvesOf(match, series, chart.column, player),
    [match, series, chart.column, player],
  );
  const lines = useMemo(() => linesOf(curves, name), [curves, name]);
  return (
    <section className="mt-5 first:mt-0" aria-label={chart.name}>
      <Readout
        title={chart.name}
        unit={chart.unit}
        name={name}
        values={cursor === null ? overall(curves) : valuesAt(curves, cursor)}
        when={cursor === null ? "mean of the match" : clock(curves.at[cursor] ?? 0)}
      />
      <TimeChart
        label={`${chart.name} over the match. ${spoken(name, overall(curves), chart.unit)}`}
        x={curves.at}
        lines={lines}
        marks={marks}
        height={200}
        range={[0, chart.top]}
        showX={clock}
        showY={(value) => number(value, "uu")}
        cursor={cursor}
        onCursor={onCursor}
      />
    </section>
  );
}

export interface Values {
  readonly player: number | null;
  readonly blue: number | null;
  readonly orange: number | null;
}

function linesOf(curves: Curves, name: string): Line[] {
  return [
    { label: name, values: curves.player, colour: "faint", width: 1, fill: "lifted" },
    { label: "Blue", values: curves.blue, colour: "blue", width: 2 },
    { label: "Orange", values: curves.orange, colour: "orange", width: 2, dash: [7, 4] },
  ];
}

function goalMarks(match: MatchDetail): Mark[] {
  return momentsOf(match).flatMap(({ kind, side, at }) =>
    kind === "goal" && side ? [{ at, colour: side, sign: SIDE_SIGN[side] }] : [],
  );
}

function overall(curves: Curves): Values {
  return {
    player: meanOf(curves.player),
    blue: meanOf(curves.blue),
    orange: meanOf(curves.orange),
  };
}

function valuesAt(curves: Curves, index: number): Values {
  return {
    player: curves.player[index] ?? null,
    blue: curves.blue[index] ?? null,
    orange: curves.orange[index] ?? null,
  };
}

function spoken(name: string, values: Values, unit: string): string {
  const said = (value: number | null) => (value === null ? "unknown" : number(value, "uu"));
  return `Means in ${unit}: ${name} ${said(values.player)}, Blue ${said(values.blue)}, Orange ${said(values.orange)}.`;
}
