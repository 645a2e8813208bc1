import { useEffect, useState } from "react";
import { type MatchFilter, useStats } from "../api/queries";
import type { MatchSummary } from "../api/types";
import { Field } from "../parts/Field";
import { isFiltered, keepFilter } from "./filter";

const SETTLE_MS = 250;

interface Props {
  readonly filter: MatchFilter;
  /** The matches on the page, whose playlists can be chosen. */
  readonly seen: readonly MatchSummary[];
}

export function Filters({ filter, seen }: Props) {
  const playlists = usePlaylists(seen, filter.playlist);
  const change = (fresh: Partial<MatchFilter>) => keepFilter({ ...filter, ...fresh });
  return (
    <search className="mb-4 flex flex-wrap items-end gap-3">
      <SearchField value={filter.q ?? ""} onChange={(q) => change({ q: q || undefined })} />
      <Field name="Playlist">
        {(id) => (
          <select
            id={id}
            className="field"
            value={filter.playlist ?? ""}
            onChange={(event) => change({ playlist: event.target.value || undefined })}
          >
            <option value="">All playlists</option>
            {playlists.map(([key, name]) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="Result">
        {(id) => (
          <select
            id={id}
            className="field"
            value={filter.result ?? ""}
            onChange={(event) =>
              change({ result: (event.target.value || undefined) as MatchFilter["result"] })
            }
          >
            <option value="">All results</option>
            <option value="win">Wins</option>
            <option value="loss">Losses</option>
          </select>
        )}
      </Field>
      <DayField name="From" value={filter.from} onChange={(from) => change({ from })} />
      <DayField name="To" value={filter.to} onChange={(to) => change({ to })} />
      {isFiltered(filter) && (
        <button type="button" className="button" onClick={() => keepFilter({})}>
          Clear
        </button>
      )}
    </search>
  );
}

function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  const [settled, setSettled] = useState(value);
  if (settled !== value) {
    setSettled(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), SETTLE_MS);
    return () => clearTimeout(timer);
  });
  return (
    <Field name="Search" className="min-w-56 grow">
      {(id) => (
        <input
          id={id}
          type="search"
          className="field w-full"
          placeholder="Player, map or replay name"
          value={typed}
          maxLength={100}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
    </Field>
  );
}

interface DayProps {
  readonly name: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function DayField({ name, value, onChange }: DayProps) {
  return (
    <Field name={name}>
      {(id) => (
        <input
          id={id}
          type="date"
          className="field numbers"
          value={value ?? ""}
          onChange={(event) => onChange(event.target.value || undefined)}
        />
      )}
    </Field>
  );
}

/** Playlists one can choose: those the reader has played, those in sight, and the chosen one. */
function usePlaylists(seen: readonly MatchSummary[], chosen: string | undefined) {
  const { data: stats } = useStats();
  const names = new Map<string, string>();
  if (chosen) names.set(chosen, chosen);
  const played = [...(stats?.by_playlist ?? []), ...seen.map((match) => match.playlist)];
  for (const { key, name } of played) if (key) names.set(key, name ?? key);
  return [...names].sort((one, two) => one[1].localeCompare(two[1]));
}
