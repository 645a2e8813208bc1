import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { upload } from "../api/uploads";

/** Chooses files to add; they can also be dropped anywhere. */
export function AddReplays({ main = false }: { main?: boolean }) {
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="flex items-center gap-3">
      {!main && <span className="text-faint text-small">Drop replays anywhere, or</span>}
      {!main && (
        <a href="#/import" className="button">
          From ballchasing.com
        </a>
      )}
      <button type="button" className="button button-main" onClick={() => input.current?.click()}>
        Add replays
      </button>
      <input
        ref={input}
        type="file"
        accept=".replay"
        multiple
        hidden
        aria-label="Replay files"
        onChange={(event) => {
          upload(event.target.files ?? [], client);
          event.target.value = "";
        }}
      />
    </div>
  );
}
