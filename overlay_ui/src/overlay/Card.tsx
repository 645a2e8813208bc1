/** @jsxImportSource preact */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { desktop } from "./desktop";
import { Ended, Lost, Ready, Refused, Waiting } from "./Notes";
import { Panel } from "./Panel";
import { LINGER_MS, type Scene, sceneOf } from "./scene";
import { useLive } from "./useLive";

/** The card, which fades and is never of another width. */
export function Card() {
  const scene = useLive(sceneOf);
  const over = useOver(scene);
  const last = useRef<Scene>("hidden");
  if (scene !== "hidden") last.current = scene;
  const shown = scene !== "hidden" && !over;
  const card = useFitted(shown);
  return (
    <section
      ref={card}
      aria-label="Live numbers"
      aria-hidden={!shown}
      className="card"
      data-shown={shown}
      data-scene={last.current}
    >
      <div key={last.current} className="appear flex flex-col gap-1.5">
        <Content scene={last.current} />
      </div>
    </section>
  );
}

function Content({ scene }: { scene: Scene }) {
  if (scene === "lost") return <Lost />;
  if (scene === "refused") return <Refused />;
  if (scene === "waiting") return <Waiting />;
  if (scene === "ready") return <Ready />;
  if (scene === "ended") return <Ended />;
  return scene === "hidden" ? null : <Panel scene={scene} />;
}

/** Whether a scene has been shown for long enough. */
function useOver(scene: Scene): boolean {
  const [over, become] = useState(false);
  useEffect(() => {
    become(false);
    const linger_ms = LINGER_MS[scene];
    if (linger_ms === undefined) return;
    const timer = setTimeout(() => become(true), linger_ms);
    return () => clearTimeout(timer);
  }, [scene]);
  return over;
}

/** Tells the window around the page how large the card is. */
function useFitted(shown: boolean) {
  const card = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    const fit = () => {
      const { width, height } = element.getBoundingClientRect();
      desktop().fit?.(shown ? Math.ceil(width) : 0, shown ? Math.ceil(height) : 0);
    };
    const watcher = new ResizeObserver(fit);
    watcher.observe(element);
    window.addEventListener("pywebviewready", fit);
    return () => {
      watcher.disconnect();
      window.removeEventListener("pywebviewready", fit);
    };
  }, [shown]);
  return card;
}
