import { createStore, useStore } from "../api/store";

const said = createStore("");

/** Tells a screen reader what changed on the page by itself. */
export function announce(text: string): void {
  said.set(said.get() === text ? `${text}\u00a0` : text);
}

export function Announcer() {
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {useStore(said)}
    </div>
  );
}
