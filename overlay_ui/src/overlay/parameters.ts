/** What the address asks of the overlay, behind its `#`, where no server and no log sees it. */
export interface Parameters {
  /** Lets the page in; absent after a reload. */
  readonly key: string | null;
  /** Of the card, where 1 is the size on a screen of 1080 lines; null: as the window asks. */
  readonly scale: number | null;
  readonly place: Place;
  /** How solid the card is. */
  readonly opacity: number;
  /** Whether the card is being moved about. */
  readonly edit: boolean;
  /** Whether there is nothing behind the card. */
  readonly bare: boolean;
}

const PLACES = [
  "bottom-left",
  "bottom",
  "bottom-right",
  "left",
  "right",
  "top-left",
  "top",
  "top-right",
] as const;
/** The corner or edge of the window at which the card lies. */
export type Place = (typeof PLACES)[number];

/** Below 80 % the smallest words would be under 11 px; 3 is 150 % on a screen of 2160 lines. */
const SCALES = { least: 0.8, most: 3 } as const;
/** Over snow, text on a card less solid than 82 % has too little contrast. */
export const OPACITIES = { least: 0.82, usual: 0.86, most: 1 } as const;

const CARD_PX = { width: 264, height: 216 } as const;
const SCREEN_PX = { width: 800, height: 1080 } as const;

export function parametersOf(hash: string): Parameters {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  return {
    key: given.get("key") || null,
    scale: bounded(given.get("scale"), SCALES.least, SCALES.most),
    place: PLACES.find((place) => place === given.get("place")) ?? "bottom-left",
    opacity: bounded(given.get("opacity"), OPACITIES.least, OPACITIES.most) ?? OPACITIES.usual,
    edit: given.get("edit") === "1",
    bare: given.get("bare") === "1",
  };
}

/** The address without the key, with some of its parameters changed. */
export function changed(hash: string, changes: Readonly<Record<string, string | null>>): string {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  for (const [name, value] of Object.entries({ ...changes, key: null })) {
    if (value === null) given.delete(name);
    else given.set(name, value);
  }
  return `#${given}`;
}

/** The scale that suits a window: a small one is filled, a large one is taken for a screen. */
export function suitingScale(width: number, height: number): number {
  const filled = Math.min(width / CARD_PX.width, height / CARD_PX.height);
  const scale = width < SCREEN_PX.width ? filled : height / SCREEN_PX.height;
  return Math.min(SCALES.most, Math.max(SCALES.least, scale));
}

function bounded(text: string | null, least: number, most: number): number | null {
  const value = Number(text || Number.NaN);
  return Number.isNaN(value) ? null : Math.min(most, Math.max(least, value));
}
