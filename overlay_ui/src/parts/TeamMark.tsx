import type { Side } from "../api/types";

export const SIDE_NAME: Record<Side, string> = { blue: "Blue", orange: "Orange" };
export const SIDE_TEXT: Record<Side, string> = { blue: "text-blue", orange: "text-orange" };
const SIDE_FILL: Record<Side, string> = { blue: "fill-blue", orange: "fill-orange" };
export const SIDE_SIGN: Record<Side, string> = { blue: "●", orange: "◆" };
export const SIDES: readonly Side[] = ["blue", "orange"];

/** The sign of a team: a disc for blue, a diamond for orange. A name stands beside it or inside. */
export function TeamMark({ side, named = false }: { side: Side; named?: boolean }) {
  return (
    <>
      <svg
        viewBox="0 0 12 12"
        aria-hidden="true"
        className={`inline-block size-[0.7em] shrink-0 ${SIDE_FILL[side]}`}
      >
        {side === "blue" ? <circle cx="6" cy="6" r="5" /> : <path d="M6 0 12 6 6 12 0 6z" />}
      </svg>
      {named && <span className="sr-only">{SIDE_NAME[side]}: </span>}
    </>
  );
}
