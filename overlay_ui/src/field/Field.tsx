import type { ReactNode } from "react";
import { FRAME, GOAL_DEPTH, GOAL_HALF_WIDTH, HALF_LENGTH, HALF_WIDTH, WALLS } from "./geometry";

interface Props {
  /** Drawn over the lines. */
  readonly children?: ReactNode;
  /** Whether the ground is see-through, for what lies under the picture. */
  readonly clear?: boolean;
  /** Set where what is drawn on the field can be focused. */
  readonly label?: string;
}

/** The field from above: blue's goal on the left, orange's on the right. */
export function Field({ children, clear = false, label }: Props) {
  return (
    <svg
      viewBox={`${FRAME.x} ${FRAME.y} ${FRAME.width} ${FRAME.height}`}
      className="block w-full"
      role={label ? "group" : "presentation"}
      aria-label={label}
    >
      <g fill="none" strokeWidth="32" className="stroke-edge">
        <path d={WALLS} className={clear ? "" : "fill-heat-0"} />
        <path d={`M0 ${-HALF_WIDTH}V${HALF_WIDTH}`} className="stroke-line" />
        <circle r="1024" className="stroke-line" />
        <Goal end={-1} className="stroke-blue" />
        <Goal end={1} className="stroke-orange" />
      </g>
      {children}
    </svg>
  );
}

function Goal({ end, className }: { end: 1 | -1; className: string }) {
  const line = end * HALF_LENGTH;
  const back = end * (HALF_LENGTH + GOAL_DEPTH);
  return (
    <path
      d={`M${line} ${-GOAL_HALF_WIDTH}H${back}V${GOAL_HALF_WIDTH}H${line}Z`}
      strokeWidth="48"
      className={className}
    />
  );
}
