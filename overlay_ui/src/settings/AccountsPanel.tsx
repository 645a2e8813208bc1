import type { Info } from "../api/types";
import { Panel } from "../parts/Panel";
import { PlayerName } from "../parts/PlayerName";

/** Which player the reader is, and the way to another choice. */
export function AccountsPanel({ info }: { info: Info }) {
  const { me } = info;
  return (
    <Panel
      title="Which player are you?"
      about="Wins and losses, trends and comparisons follow from this."
      tools={
        <a href="#/me" className="button">
          {me ? "Change" : "Choose"}
        </a>
      }
    >
      {me ? (
        <ul className="flex flex-wrap gap-x-4 gap-y-1" aria-label="Your accounts">
          {me.names.map((name, index) => (
            <li key={me.ids[index]} className="max-w-60 min-w-0">
              <PlayerName name={name} isMe />
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">Nobody yet.</p>
      )}
      {me?.guessed && (
        <p className="mt-1 text-faint text-small">
          Guessed: whoever recorded most of these replays.
        </p>
      )}
    </Panel>
  );
}
