import type { LiveSummary } from "../api/types";
import { SOURCE_NAME, unseenWords } from "../live/words";

/** What the numbers rest on, and where there are more. */
export function Sources({ summary }: { summary: LiveSummary }) {
  const unseen = unseenWords(summary.unseen);
  return (
    <footer className="panel flex flex-wrap items-center justify-between gap-x-8 gap-y-3 px-5 py-4">
      <p className="max-w-3xl text-muted text-small">
        {unseen
          ? `The ${SOURCE_NAME[summary.source]} does not show: ${unseen}. What needs them was left out.`
          : `The ${SOURCE_NAME[summary.source]} shows everything that was measured.`}{" "}
        {summary.match_id === null &&
          summary.score &&
          "The replay of the match, once it is here, shows the rest."}
      </p>
      <span role="status">
        {summary.match_id !== null && (
          <a className="button button-main" href={`#/match/${summary.match_id}`}>
            Open the match<span aria-hidden="true"> →</span>
          </a>
        )}
      </span>
    </footer>
  );
}
