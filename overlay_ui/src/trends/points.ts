import type uPlot from "uplot";
import { token } from "../charts/palette";

type Shape = "up" | "down" | "disc";

const RADIUS = 4.5;

/** Points of their own shape, so that wins and losses differ without colours. */
export function points(shape: Shape, colour: string): uPlot.Series.Points {
  return {
    show: (chart, series) => {
      draw(chart, series, shape, token(colour));
      return false;
    },
  };
}

function draw(chart: uPlot, series: number, shape: Shape, colour: string): void {
  const { ctx } = chart;
  const radius = RADIUS * devicePixelRatio;
  ctx.save();
  ctx.fillStyle = ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5 * devicePixelRatio;
  chart.data[series]?.forEach((value, index) => {
    if (value === null || value === undefined) return;
    const x = chart.valToPos(chart.data[0]?.[index] ?? 0, "x", true);
    const y = chart.valToPos(value, "y", true);
    ctx.beginPath();
    trace(ctx, shape, x, y, radius);
    if (shape === "up") ctx.fill();
    else ctx.stroke();
  });
  ctx.restore();
}

function trace(ctx: CanvasRenderingContext2D, shape: Shape, x: number, y: number, r: number): void {
  if (shape === "disc") {
    ctx.arc(x, y, r * 0.8, 0, 2 * Math.PI);
    return;
  }
  const tip = shape === "up" ? -r : r;
  ctx.moveTo(x, y + tip);
  ctx.lineTo(x + r, y - tip * 0.8);
  ctx.lineTo(x - r, y - tip * 0.8);
  ctx.closePath();
}
