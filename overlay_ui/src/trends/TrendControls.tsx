import { useId } from "react";
import type { Metric, Stats } from "../api/types";
import { familyName } from "../match/MetricsPanel";
import { familiesOf } from "../match/metricRows";
import { keepChoice, LENGTHS, type TrendChoice } from "./choice";

interface Props {
  readonly choice: TrendChoice;
  readonly metrics: readonly Metric[];
  readonly stats: Stats | undefined;
}

export function TrendControls({ choice, metrics, stats }: Props) {
  const id = useId();
  return (
    <div className="flex flex-wrap gap-3 text-small">
      <label htmlFor={`${id}-metric`} className="sr-only">
        Metric
      </label>
      <select
        id={`${id}-metric`}
        className="field max-w-72"
        value={choice.metric}
        onChange={(event) => keepChoice({ ...choice, metric: event.target.value })}
      >
        {familiesOf(metrics).map((family) => (
          <optgroup key={family} label={familyName(family)}>
            {metrics
              .filter((metric) => metric.family === family)
              .map((metric) => (
                <option key={metric.key} value={metric.key}>
                  {metric.name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <label htmlFor={`${id}-playlist`} className="sr-only">
        Playlist
      </label>
      <select
        id={`${id}-playlist`}
        className="field"
        value={choice.playlist ?? ""}
        onChange={(event) => keepChoice({ ...choice, playlist: event.target.value || undefined })}
      >
        <option value="">All playlists</option>
        {(stats?.by_playlist ?? []).map(({ key, name }) =>
          key ? (
            <option key={key} value={key}>
              {name ?? key}
            </option>
          ) : null,
        )}
      </select>
      <label htmlFor={`${id}-last`} className="sr-only">
        Number of matches
      </label>
      <select
        id={`${id}-last`}
        className="field"
        value={choice.last}
        onChange={(event) => keepChoice({ ...choice, last: Number(event.target.value) })}
      >
        {LENGTHS.map((length) => (
          <option key={length} value={length}>
            Last {length} matches
          </option>
        ))}
      </select>
    </div>
  );
}
