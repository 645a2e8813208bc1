/**
 * The standard field, in uu (1 uu = 1 cm), as public measurements of the game give it: RLBot wiki
 * for walls, corners and goals, RocketRP for boost pads. The game's y runs from blue's goal to
 * orange's; on the page that is from left to right, and the game's x from top to bottom.
 */
export const HALF_WIDTH = 4096;
export const HALF_LENGTH = 5120;
export const GOAL_HALF_WIDTH = 893;
export const GOAL_DEPTH = 880;

const CORNER_SUM = 8064;
const CUT_X = CORNER_SUM - HALF_LENGTH;
const CUT_Y = CORNER_SUM - HALF_WIDTH;

/** The picture's frame: the field, its goals, and a margin. */
export const FRAME = { x: -6150, y: -4250, width: 12300, height: 8500 } as const;

/** A place of the game as a place in the picture. */
export function toPicture(x: number, y: number): readonly [number, number] {
  return [y, x];
}

/** Outline of the walls, goals left out, as an SVG path. */
export const WALLS = polygon([
  [-HALF_WIDTH, -CUT_Y],
  [-CUT_X, -HALF_LENGTH],
  [CUT_X, -HALF_LENGTH],
  [HALF_WIDTH, -CUT_Y],
  [HALF_WIDTH, CUT_Y],
  [CUT_X, HALF_LENGTH],
  [-CUT_X, HALF_LENGTH],
  [-HALF_WIDTH, CUT_Y],
]);

function polygon(corners: readonly (readonly [number, number])[]): string {
  return `M${corners.map(([x, y]) => toPicture(x, y).join(" ")).join("L")}Z`;
}

export interface Pad {
  readonly x: number;
  readonly y: number;
  readonly big: boolean;
}

const QUARTER: readonly Pad[] = [
  { x: 1024, y: 0, big: false },
  { x: 3584, y: 0, big: true },
  { x: 0, y: 1024, big: false },
  { x: 2048, y: 1036, big: false },
  { x: 1788, y: 2302, big: false },
  { x: 3584, y: 2484, big: false },
  { x: 0, y: 2816, big: false },
  { x: 940, y: 3308, big: false },
  { x: 3072, y: 4096, big: true },
  { x: 1792, y: 4184, big: false },
  { x: 0, y: 4240, big: false },
];

/** The 34 pads of a standard arena, mirrored from a quarter of it. */
export const STANDARD_PADS: readonly Pad[] = QUARTER.flatMap(({ x, y, big }) =>
  (x === 0 ? [0] : [x, -x]).flatMap((across) =>
    (y === 0 ? [0] : [y, -y]).map((along) => ({ x: across, y: along, big })),
  ),
);
