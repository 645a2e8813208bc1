/** @jsxImportSource preact */
import { useRef } from "preact/hooks";
import type { Live } from "../live/feed";
import { useLiveAttribute, useLivePaint, useLiveText } from "./useLive";

/** Nearer to the middle than this nobody presses. */
const EVEN = 0.1;

/** Which side presses: a bar from the middle to the left for blue, to the right for orange. */
export function Momentum() {
  const line = useRef<HTMLDivElement>(null);
  const blue = useRef<HTMLSpanElement>(null);
  const orange = useRef<HTMLSpanElement>(null);
  const word = useRef<HTMLElement>(null);
  useLiveText(word, momentumWord);
  useLiveAttribute(line, "data-side", sideOf);
  useLivePaint(({ state }) => {
    stretch(blue.current, state?.momentum ?? 0);
    stretch(orange.current, -(state?.momentum ?? 0));
  });
  return (
    <div ref={line} className="momentum">
      <dt className="line-name">Momentum</dt>
      <dd className="momentum-track" aria-hidden="true">
        <span ref={blue} className="momentum-blue" />
        <span ref={orange} className="momentum-orange" />
      </dd>
      <dd ref={word} className="momentum-word" />
    </div>
  );
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

function stretch(bar: HTMLElement | null, share: number): void {
  const shown = `scaleX(${Math.min(1, Math.max(0, share)).toFixed(2)})`;
  if (bar && bar.style.transform !== shown) bar.style.transform = shown;
}
