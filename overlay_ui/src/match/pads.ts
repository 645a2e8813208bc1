import type { MatchDetail } from "../api/types";
import { STANDARD_PADS } from "../field/geometry";

/** How often one pad was taken. */
export interface PadCount {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly big: boolean;
  readonly blue: number;
  readonly orange: number;
}

/** A pickup nearer than this to a pad of the standard field was of that pad. */
const NEAR_UU = 300;

/** Every pad of the match with who took it; `player` narrows it to one. */
export function padCounts(match: MatchDetail, player: string | null): PadCount[] {
  const teams = new Map(match.players.map((one) => [one.id, one.team]));
  const pads = new Map<
    string,
    { x: number; y: number; big: boolean; blue: number; orange: number }
  >();
  for (const event of match.events) {
    if (event.kind !== "big_pad" && event.kind !== "small_pad") continue;
    if (!event.position) continue;
    const big = event.kind === "big_pad";
    const [x = 0, y = 0] = event.position;
    const place = standardPad(x, y, big) ?? { x, y };
    const key = padKey(place.x, place.y);
    const pad = pads.get(key) ?? { ...place, big, blue: 0, orange: 0 };
    const team = teams.get(event.player ?? "");
    const counted = player === null || player === event.player;
    if (counted && (team === "blue" || team === "orange")) pad[team] += 1;
    pads.set(key, pad);
  }
  if (isStandard(pads.values()))
    for (const { x, y, big } of STANDARD_PADS)
      if (!pads.has(padKey(x, y))) pads.set(padKey(x, y), { x, y, big, blue: 0, orange: 0 });
  return [...pads].map(([key, pad]) => ({ key, ...pad }));
}

function standardPad(x: number, y: number, big: boolean) {
  return STANDARD_PADS.find((pad) => pad.big === big && Math.hypot(pad.x - x, pad.y - y) < NEAR_UU);
}

/** Whether all pickups were where a standard arena has pads; then those never taken are known too. */
function isStandard(pads: Iterable<{ x: number; y: number; big: boolean }>): boolean {
  const all = [...pads];
  return all.length > 0 && all.every((pad) => standardPad(pad.x, pad.y, pad.big) !== undefined);
}

function padKey(x: number, y: number): string {
  return `${Math.round(x)},${Math.round(y)}`;
}

/** Where a pad is, in words. */
export function padName(pad: PadCount): string {
  const half = Math.abs(pad.y) < 500 ? "midfield" : pad.y < 0 ? "blue's half" : "orange's half";
  const size = pad.big ? "Big pad" : "Small pad";
  const wing = Math.abs(pad.x) < 500 ? "centre" : pad.x < 0 ? "upper side" : "lower side";
  return `${size}, ${half}, ${wing}`;
}
