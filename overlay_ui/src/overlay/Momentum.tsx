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
        <span className="momentum-bar" />
      </dd>
      <dd className="momentum-word" />
    </div>
  );
}

function momentumWriter(line: HTMLDivElement): Writer {
  const word = textOf(line, ".momentum-word");
  const bar = partOf(line, ".momentum-bar");
  let percent = 0;
  let side = "";
  return (live) => {
    const next = Math.round(100 * Math.min(1, Math.max(-1, live.state?.momentum ?? 0)));
    // To the left for blue: a bar that is stretched by less than nothing lies on the other side.
    if (next !== percent) bar.style.transform = `scaleX(${-next / 100})`;
    percent = next;
    if (side !== sideOf(live)) line.dataset.side = sideOf(live);
    side = sideOf(live);
    word(momentumWord(live));
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
