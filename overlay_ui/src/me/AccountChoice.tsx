import { type ReactNode, useState } from "react";
import { useCandidates, useSetMe } from "../api/queries";
import type { Candidate } from "../api/types";
import { counted, day } from "../format";
import { PlayerName } from "../parts/PlayerName";
import { ProblemPanel } from "../parts/ProblemPanel";

/** Accounts in sight at first; it is hardly ever a later one. */
const FIRST = 8;

interface Props {
  /** The accounts that are the reader's now; null before the first choice. */
  readonly chosen: readonly string[] | null;
  readonly otherwise?: ReactNode;
  readonly onDone?: () => void;
}

/** Accounts to tick; before the first choice, the one that appears most is ticked. */
export function AccountChoice({ chosen, otherwise, onDone }: Props) {
  const candidates = useCandidates(true);
  const save = useSetMe();
  const [ticked, setTicked] = useState<readonly string[] | null>(chosen);
  const [all, setAll] = useState(false);
  const guess = candidates.data?.[0];
  const ids = ticked ?? (guess ? [guess.id] : []);
  const people = candidates.data ?? [];
  const shown = all ? people : people.filter((one, place) => place < FIRST || ids.includes(one.id));
  if (candidates.isError) return <ProblemPanel error={candidates.error} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate([...ids], { onSuccess: () => onDone?.() });
      }}
    >
      <fieldset className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-2">
        <legend className="sr-only">Accounts</legend>
        {shown.map((one) => (
          <Account
            key={one.id}
            account={one}
            ticked={ids.includes(one.id)}
            onTick={(on) =>
              setTicked(on ? [...ids, one.id] : ids.filter((known) => known !== one.id))
            }
          />
        ))}
      </fieldset>
      <div className="mt-4 flex gap-2">
        <button
          type="submit"
          className="button button-main"
          disabled={ids.length === 0 || save.isPending}
        >
          That is me
        </button>
        {shown.length < people.length && (
          <button type="button" className="button" onClick={() => setAll(true)}>
            Show {people.length - shown.length} more
          </button>
        )}
        {otherwise}
      </div>
      {save.isError && (
        <div className="mt-4">
          <ProblemPanel error={save.error} />
        </div>
      )}
    </form>
  );
}

interface AccountProps {
  readonly account: Candidate;
  readonly ticked: boolean;
  readonly onTick: (on: boolean) => void;
}

function Account({ account, ticked, onTick }: AccountProps) {
  return (
    <label className="flex cursor-pointer items-center gap-3 rounded-small border border-line bg-raised px-3 py-2 hover:bg-lifted has-checked:border-accent">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        checked={ticked}
        onChange={(event) => onTick(event.target.checked)}
      />
      <span className="min-w-0">
        <PlayerName name={account.name} className="block" />
        <span className="block text-faint text-small">
          {counted(account.matches, "match", "matches")}
          {account.last_seen ? `, last ${day(account.last_seen)}` : ""}
        </span>
      </span>
    </label>
  );
}
