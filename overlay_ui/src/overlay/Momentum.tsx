/** @jsxImportSource preact */
import type { Live } from "../live/feed";
import { partOf, textOf, useLiveWriter, type Writer } from "./useLive";

/** Nearer to the middle than this nobody presses. */
const EVEN = 0.1;

/** Which side presses: a bar from the middle to the left for blue, to the right for orange. */
export function Momentum() {
  const line = useLiveWriter(momentumWriter);
  return (
    <div ref={line} className="momentum">
      <dt className="line-name">Momentum</dt>
      <dd className="momentum-track" aria-hidden="true">
        <span className="momentum-blue" />
        <span className="momentum-orange" />
      </dd>
      <dd className="momentum-word" />
    </div>
  );
}

function momentumWriter(line: HTMLDivElement): Writer {
  const word = textOf(line, ".momentum-word");
  const blue = stretching(partOf(line, ".momentum-blue"));
  const orange = stretching(partOf(line, ".momentum-orange"));
  return (live) => {
    const momentum = live.state?.momentum ?? 0;
    word(momentumWord(live));
    if (line.dataset.side !== sideOf(live)) line.dataset.side = sideOf(live);
    blue(momentum);
    orange(-momentum);
  };
}

function sideOf({ state }: Live): string {
  const momentum = state?.momentum ?? 0;
  if (Math.abs(momentum) < EVEN) return "even";
  return momentum > 0 ? "blue" : "orange";
}

/** In words and marks, for no side is told by colour alone. */
export function momentumWord(live: Live): string {
  if (!live.state || live.state.momentum === null) return "–";
  return { even: "even", blue: "● Blue", orange: "◆ Orange" }[sideOf(live)] ?? "–";
}

/** Makes a bar as long as a share, in steps of a percent. */
function stretching(bar: HTMLElement): (share: number) => void {
  let shown = 0;
  return (share) => {
    const percent = Math.round(100 * Math.min(1, Math.max(0, share)));
    if (percent !== shown) bar.style.transform = `scaleX(${percent / 100})`;
    shown = percent;
  };
}
