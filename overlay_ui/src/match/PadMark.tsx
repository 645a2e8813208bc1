import { toPicture } from "../field/geometry";
import { Hint } from "../parts/Hint";
import { type PadCount, padName } from "./pads";

const RADIUS = { big: 330, small: 205 } as const;
const TEXT = { big: 300, small: 220 } as const;

/** A pad: the number of times it was taken, in a ring shared between the teams. */
export function PadMark({ pad }: { pad: PadCount }) {
  const [x, y] = toPicture(pad.x, pad.y);
  const size = pad.big ? "big" : "small";
  const radius = RADIUS[size];
  const total = pad.blue + pad.orange;
  const said = `${padName(pad)}: blue ${pad.blue}, orange ${pad.orange}`;
  return (
    <Hint text={said}>
      {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: the numbers of a pad are read by focusing it */}
      <g transform={`translate(${x} ${y})`} role="img" aria-label={said} tabIndex={0}>
        <circle r={radius} className="fill-canvas stroke-line" strokeWidth="60" />
        {total > 0 && <Ring radius={radius} share={pad.blue / total} />}
        <text
          textAnchor="middle"
          dominantBaseline="central"
          fontSize={TEXT[size]}
          className={`font-semibold ${total > 0 ? "fill-text" : "fill-faint"}`}
        >
          {total}
        </text>
      </g>
    </Hint>
  );
}

/** Blue's part is on the left, orange's on the right, so that the ring is read without colours. */
function Ring({ radius, share }: { radius: number; share: number }) {
  const turn = 2 * Math.PI * radius;
  const arc = (middle: number, part: number) => ({
    r: radius,
    strokeDasharray: `${turn * part} ${turn}`,
    transform: `rotate(${(middle - part / 2) * 360})`,
  });
  return (
    <g fill="none" strokeWidth="80">
      {share > 0 && <circle className="stroke-blue" {...arc(0.5, share)} />}
      {share < 1 && <circle className="stroke-orange" {...arc(0, 1 - share)} />}
    </g>
  );
}
