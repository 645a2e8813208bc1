import { useSaveSettings } from "../api/settings";
import type { AppSettings } from "../api/types";
import { EntryForm } from "../parts/EntryForm";
import { Panel } from "../parts/Panel";

/** The folders whose replays appear by themselves. */
export function FoldersPanel({ settings }: { settings: AppSettings }) {
  const save = useSaveSettings();
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
      <div className="mt-3">
        <EntryForm
          name="Another folder, as a full path"
          longest={1000}
          action="Watch"
          doing={save}
          wanted={(folder) => ({ watched_folders: [...new Set([...added, folder])] })}
        />
      </div>
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
