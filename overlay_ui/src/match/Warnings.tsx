import { useReanalyse } from "../api/queries";
import type { MatchDetail } from "../api/types";
import { ProblemPanel } from "../parts/ProblemPanel";

/** What a reader should know of the source before trusting the numbers. */
export function Warnings({ match }: { match: MatchDetail }) {
  const said = match.frames.available
    ? match.warnings
    : [
        "Only the scoreboard of this replay could be read, so there are no charts and maps.",
        ...match.warnings,
      ];
  return (
    <>
      {match.outdated && <Outdated match={match} />}
      {said.length > 0 && (
        <details className="panel px-5 py-3 text-small">
          <summary>
            <span aria-hidden="true" className="mr-2 font-bold text-warn">
              !
            </span>
            {said.length === 1 ? "One remark" : `${said.length} remarks`} on this replay
          </summary>
          <ul className="mt-2 list-disc pl-6 text-muted">
            {said.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Numbers of an earlier version of the program, and the way to new ones. */
function Outdated({ match }: { match: MatchDetail }) {
  const again = useReanalyse();
  return (
    <div className="panel flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3 text-small">
      <p className="text-muted">
        These numbers are from an earlier version of RocketTrainer
        {match.original ? "." : ", and the replay is not kept any more. Upload it again."}
      </p>
      {match.original && (
        <button
          type="button"
          className="button min-h-7 px-2"
          onClick={() => again.mutate(match.id)}
          disabled={again.isPending || again.isSuccess}
        >
          {again.isSuccess ? "In the queue" : "Measure again"}
        </button>
      )}
      {again.isError && <ProblemPanel error={again.error} />}
    </div>
  );
}
