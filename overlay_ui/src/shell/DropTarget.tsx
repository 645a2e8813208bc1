import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { upload } from "../api/uploads";

/** Takes files that are dropped anywhere on the page. */
export function DropTarget() {
  const client = useQueryClient();
  const [over, setOver] = useState(false);
  useEffect(() => {
    // Entering a child fires before leaving its parent, so only their difference says "outside".
    let depth = 0;
    const move = (step: number) => (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      depth = Math.max(0, depth + step);
      setOver(depth > 0);
    };
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      if (event.dataTransfer.files.length === 0) return;
      upload(event.dataTransfer.files, client);
      if (location.hash.startsWith("#/match/")) location.hash = "#/matches";
    };
    const handlers = { dragenter: move(1), dragover: move(0), dragleave: move(-1), drop };
    const entries = Object.entries(handlers) as [keyof typeof handlers, typeof drop][];
    for (const [kind, handler] of entries) window.addEventListener(kind, handler);
    return () => {
      for (const [kind, handler] of entries) window.removeEventListener(kind, handler);
    };
  }, [client]);

  if (!over) return null;
  return (
    <div className="pointer-events-none fixed inset-3 z-50 grid place-items-center rounded-panel border-2 border-accent border-dashed bg-canvas/85 text-title">
      Drop replays to add them
    </div>
  );
}
