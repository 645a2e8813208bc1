import "uplot/dist/uPlot.min.css";
import { useEffect, useRef } from "react";
import uPlot from "uplot";
import { token } from "./palette";

export interface Line {
  readonly label: string;
  readonly values: readonly (number | null)[];
  /** Name of a design token. */
  readonly colour: string;
  readonly width?: number;
  readonly dash?: number[];
  /** Values as points instead of a line. */
  readonly points?: uPlot.Series.Points;
  readonly fill?: string;
}

export interface Mark {
  readonly at: number;
  readonly colour: string;
  readonly sign: string;
}

interface Props {
  readonly label: string;
  readonly x: readonly number[];
  readonly lines: readonly Line[];
  readonly marks?: readonly Mark[];
  readonly height: number;
  readonly range?: readonly [number, number];
  /** Room left and right of the first and the last value. */
  readonly xMargin?: number;
  readonly showX: (value: number) => string;
  readonly showY?: (value: number) => string;
  readonly cursor: number | null;
  readonly onCursor: (index: number | null) => void;
}

/** Lines over time. Numbers at the cursor are for whoever holds it to show, in words. */
export function TimeChart(props: Props) {
  const { label, x, lines, cursor, height } = props;
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const latest = useRef(props);
  latest.current = props;

  // New data make a new plot; everything else is read through `latest` when it is needed.
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const data = [x, ...lines.map((line) => line.values)] as uPlot.AlignedData;
    const made = new uPlot(optionsOf(latest, element.clientWidth), data, element);
    plot.current = made;
    const watch = new ResizeObserver(() => {
      made.setSize({ width: element.clientWidth, height: latest.current.height });
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [x, lines]);

  useEffect(() => {
    const made = plot.current;
    if (!made || made.cursor.idx === cursor) return;
    const left = cursor === null ? -10 : made.valToPos(x[cursor] ?? 0, "x");
    made.setCursor({ left, top: cursor === null ? -10 : height / 2 }, false);
  }, [cursor, x, height]);

  return <div ref={box} role="img" aria-label={label} />;
}

function optionsOf(latest: { readonly current: Props }, width: number): uPlot.Options {
  const { height, range, lines, showX, showY, xMargin = 0 } = latest.current;
  const axis = {
    stroke: token("faint"),
    font: `12px ${getComputedStyle(document.body).fontFamily}`,
    grid: { stroke: token("line"), width: 1 },
    ticks: { show: false },
  };
  return {
    width,
    height,
    legend: { show: false },
    padding: [8, 8, 0, 0],
    scales: {
      x: { time: false, range: (_, low, high) => [low - xMargin, high + xMargin] },
      y: { range: range ? [range[0], range[1]] : (_, low, high) => around(low, high) },
    },
    axes: [
      { ...axis, size: 30, values: (_, splits) => splits.map(showX), space: 70, incrs: X_STEPS },
      { ...axis, size: 52, ...(showY && { values: (_, s) => s.map(showY), incrs: Y_STEPS }) },
    ],
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
    series: [{}, ...lines.map(seriesOf)],
    hooks: {
      drawClear: [(chart) => drawMarks(chart, latest.current.marks ?? [])],
      setCursor: [
        (chart) => {
          const index = chart.cursor.idx ?? null;
          if (index !== latest.current.cursor) latest.current.onCursor(index);
        },
      ],
    },
  };
}

const X_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600];
/** Whole ones, for the numbers beside them are whole. */
const Y_STEPS = [1, 10, 100, 1_000, 10_000, 100_000].flatMap((one) => [one, 2 * one, 5 * one]);
const NARROWEST = 4;

/** Room around the values, and never so little that the axis has no two whole numbers. */
function around(low: number | null, high: number | null): [number, number] {
  if (low === null || high === null) return [0, NARROWEST];
  const more = Math.max(0, NARROWEST - (high - low)) / 2;
  const [bottom, top] = uPlot.rangeNum(low - more, high + more, 0.1, true);
  return [low >= 0 ? Math.max(0, bottom ?? 0) : (bottom ?? low), top ?? high];
}

function seriesOf(line: Line): uPlot.Series {
  return {
    label: line.label,
    stroke: token(line.colour),
    width: line.width ?? 1.5,
    ...(line.dash && { dash: line.dash }),
    ...(line.fill && { fill: token(line.fill) }),
    points: line.points ?? { show: false },
    ...(line.points && { paths: () => null }),
  };
}

/** Upright lines with a sign on top, under the data. */
function drawMarks(chart: uPlot, marks: readonly Mark[]): void {
  const { ctx, bbox } = chart;
  const scale = devicePixelRatio;
  ctx.save();
  ctx.font = `${11 * scale}px sans-serif`;
  ctx.textAlign = "center";
  ctx.lineWidth = scale;
  for (const mark of marks) {
    const x = chart.valToPos(mark.at, "x", true);
    ctx.strokeStyle = ctx.fillStyle = token(mark.colour);
    ctx.globalAlpha = 0.5;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top + 8 * scale);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.globalAlpha = 1;
    ctx.fillText(mark.sign, x, bbox.top + 5 * scale);
  }
  ctx.restore();
}
