import type { MatchSummary } from "../api/types";
import { MatchRow } from "./MatchRow";

interface Props {
  readonly matches: readonly MatchSummary[];
  readonly more: (() => void) | null;
  readonly busy: boolean;
}

/** Matches, the latest first. */
export function MatchList({ matches, more, busy }: Props) {
  if (matches.length === 0)
    return (
      <p className="panel p-8 text-center text-muted">
        No match fits. Search for less, or clear the filters.
      </p>
    );
  return (
    <>
      <ul className="panel divide-y divide-line overflow-hidden" aria-label="Matches">
        {matches.map((match) => (
          <MatchRow key={match.id} match={match} />
        ))}
      </ul>
      {more && (
        <button type="button" className="button mx-auto mt-5 flex" onClick={more} disabled={busy}>
          {busy ? "Loading…" : "Show earlier matches"}
        </button>
      )}
    </>
  );
}
