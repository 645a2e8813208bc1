import { useState } from "react";
import { useSaveSettings } from "../api/settings";
import type { AppSettings } from "../api/types";
import { Field } from "../parts/Field";
import { Panel } from "../parts/Panel";
import { ProblemPanel } from "../parts/ProblemPanel";

/** The folders whose replays appear by themselves. */
export function FoldersPanel({ settings }: { settings: AppSettings }) {
  const save = useSaveSettings();
  const [typed, setTyped] = useState("");
  const { game_folders: own, watched_folders: added } = settings;
  return (
    <Panel
      title="Watched folders"
      about="Replays in them are imported, and each new one as soon as it is saved."
    >
      {own.length + added.length === 0 && (
        <p className="mb-3 text-muted">
          The game's folder was not found on this computer. Add the folder in which it saves
          replays; it ends in <code>TAGame/Demos</code>.
        </p>
      )}
      <ul className="divide-y divide-line" aria-label="Watched folders">
        {own.map((folder) => (
          <Line key={folder} folder={folder}>
            <span className="shrink-0 text-faint text-small">the game's own</span>
          </Line>
        ))}
        {added.map((folder) => (
          <Line key={folder} folder={folder}>
            <button
              type="button"
              className="button min-h-7 shrink-0 px-2 text-small"
              disabled={save.isPending}
              onClick={() =>
                save.mutate({ watched_folders: added.filter((one) => one !== folder) })
              }
            >
              Remove<span className="sr-only">: {folder}</span>
            </button>
          </Line>
        ))}
      </ul>
      <form
        className="mt-3 flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          const folder = typed.trim();
          save.mutate(
            { watched_folders: [...new Set([...added, folder])] },
            { onSuccess: () => setTyped("") },
          );
        }}
      >
        <Field name="Another folder, as a full path" className="grow">
          {(id) => (
            <input
              id={id}
              className="field w-full"
              value={typed}
              maxLength={1000}
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <button type="submit" className="button" disabled={!typed.trim() || save.isPending}>
          Watch
        </button>
      </form>
      {save.isError && (
        <div className="mt-3">
          <ProblemPanel error={save.error} />
        </div>
      )}
    </Panel>
  );
}

function Line({ folder, children }: { folder: string; children: React.ReactNode }) {
  return (
    <li className="flex min-h-11 items-center justify-between gap-3 py-1.5">
      <bdi className="min-w-0 break-all text-small">{folder}</bdi>
      {children}
    </li>
  );
}
