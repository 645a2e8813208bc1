import type { Heatmap } from "../api/types";
import { channels } from "../charts/palette";

const STOPS = ["heat-0", "heat-1", "heat-2", "heat-3", "heat-4"];
/** Kickoff places and the goal line hold a car so long that the rest would fade; this share may clip. */
const CLIPPED = 0.01;
/** Below 1 it lifts the places that are visited now and then. */
const LIFT = 0.8;
/** Of `blurred`; five spread a visit over about 300 uu, three lengths of a car. */
const PASSES = 5;

type Cells = readonly (readonly number[])[];

/** Time spent in each cell as a picture, the long side from left to right. */
export function heatImage(map: Heatmap): ImageData {
  let cells: Cells = map.seconds;
  for (let pass = 0; pass < PASSES; pass++) cells = blurred(cells);
  const rows = cells.length;
  const columns = cells[0]?.length ?? 0;
  const image = new ImageData(columns, rows);
  const top = brightest(cells);
  const ramp = rampOf(STOPS.map(channels));
  cells.forEach((row, across) => {
    row.forEach((seconds, along) => {
      const share = Math.min(1, seconds / top) ** LIFT;
      const shade = Math.round(share * 255);
      image.data.set(ramp.subarray(shade * 4, shade * 4 + 4), (across * columns + along) * 4);
    });
  });
  return image;
}

/** The number of seconds that gets the lightest colour. */
function brightest(cells: Cells): number {
  const filled = cells.flat().filter((seconds) => seconds > 0);
  filled.sort((one, two) => one - two);
  return filled[Math.floor((filled.length - 1) * (1 - CLIPPED))] ?? 1;
}

/** Each cell as the weighted mean of its neighbours: a car is not at a point, and neither is a habit. */
function blurred(cells: Cells): number[][] {
  const along = (row: readonly number[]) =>
    row.map((value, at) => ((row[at - 1] ?? 0) + 2 * value + (row[at + 1] ?? 0)) / 4);
  return transposed(transposed(cells.map(along)).map(along));
}

function transposed(cells: Cells): number[][] {
  return (cells[0] ?? []).map((_, column) => cells.map((row) => row[column] ?? 0));
}

/** Share of the time left and right of the half-way line: blue's half and orange's. */
export function halves(map: Heatmap): readonly [number, number] {
  let blue = 0;
  let orange = 0;
  for (const row of map.seconds)
    row.forEach((seconds, along) => {
      const middle = ((map.y_edges[along] ?? 0) + (map.y_edges[along + 1] ?? 0)) / 2;
      if (middle < 0) blue += seconds;
      else orange += seconds;
    });
  const all = blue + orange || 1;
  return [blue / all, orange / all];
}

function rampOf(stops: readonly (readonly [number, number, number])[]): Uint8ClampedArray {
  const ramp = new Uint8ClampedArray(256 * 4);
  for (let shade = 0; shade < 256; shade++) {
    const place = (shade / 255) * (stops.length - 1);
    const low = Math.min(Math.floor(place), stops.length - 2);
    const [from, to] = [stops[low], stops[low + 1]];
    for (let channel = 0; channel < 3; channel++) {
      const start = from?.[channel] ?? 0;
      ramp[shade * 4 + channel] = start + ((to?.[channel] ?? 0) - start) * (place - low);
    }
    ramp[shade * 4 + 3] = 255;
  }
  return ramp;
}
