import type { ReactNode } from "react";
import type { Info } from "../api/types";
import { AddReplays } from "./AddReplays";

/** What to do while there is no match. */
export function EmptyStore({ info }: { info: Info | undefined }) {
  return (
    <div className="panel grid gap-8 p-8 md:grid-cols-[1.1fr_1fr]">
      <div>
        <h2 className="text-title">Your matches will appear here</h2>
        <p className="mt-2 mb-5 text-muted">
          RocketTrainer reads the replays that the game saves. Add some that you have, or play one
          match and save it.
        </p>
        <AddReplays main />
        <p className="mt-3 text-faint text-small">
          You can also drop files anywhere on this page,{" "}
          <a href="#/import" className="underline">
            import them from ballchasing.com
          </a>
          , or{" "}
          <a href="#/settings" className="underline">
            watch another folder
          </a>
          .
        </p>
      </div>
      <ol className="flex flex-col gap-4">
        <Step number={1} title="Play a match">
          Any playlist, online or offline.
        </Step>
        <Step number={2} title="Save its replay">
          On the last screen of the match choose <em>Save Replay</em>.
        </Step>
        <Step number={3} title="Come back here">
          {info?.watching && info.replay_folders.length > 0 ? (
            <>
              It appears by itself. RocketTrainer watches
              {info.replay_folders.map((folder) => (
                <code key={folder} className="mt-1 block break-all text-faint text-small">
                  {folder}
                </code>
              ))}
            </>
          ) : (
            "No replay folder was found on this computer, so add the file by hand."
          )}
        </Step>
      </ol>
    </div>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <span
        aria-hidden="true"
        className="grid size-7 shrink-0 place-items-center rounded-full bg-accent-deep font-semibold text-accent text-small"
      >
        {number}
      </span>
      <div className="min-w-0">
        <h3 className="text-body">{title}</h3>
        <div className="text-muted text-small">{children}</div>
      </div>
    </li>
  );
}
