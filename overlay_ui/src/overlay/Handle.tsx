/** @jsxImportSource preact */
import { useRef } from "preact/hooks";
import { desktop } from "./desktop";

/** Pixels of the screen that a press of an arrow key is worth. */
const STEP_PX = 8;
const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-STEP_PX, 0],
  ArrowRight: [STEP_PX, 0],
  ArrowUp: [0, -STEP_PX],
  ArrowDown: [0, STEP_PX],
};

/** By which the window is dragged; a page in a browser stays where its address says. */
export function Handle() {
  // On the screen, for within the window the pointer stays where it is while both move.
  const held = useRef<{ x: number; y: number } | null>(null);
  return (
    <button
      type="button"
      className="handle"
      onPointerDown={(event) => {
        held.current = { x: event.screenX, y: event.screenY };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={({ screenX, screenY }) => {
        if (!held.current) return;
        void desktop().move_by?.(screenX - held.current.x, screenY - held.current.y);
        held.current = { x: screenX, y: screenY };
      }}
      onPointerUp={() => {
        held.current = null;
      }}
      onPointerCancel={() => {
        held.current = null;
      }}
      onKeyDown={(event) => {
        const step = ARROWS[event.key];
        if (!step) return;
        event.preventDefault();
        void desktop().move_by?.(...step);
      }}
    >
      <span aria-hidden="true">✥</span> Drag here, or use the arrow keys
    </button>
  );
}
