import type { LiveSummary, Result } from "../api/types";
import { KIND_NAME, SOURCE_NAME } from "../live/words";
import { PageTitle } from "../parts/PageTitle";
import { PlayerName } from "../parts/PlayerName";
import { ResultMark } from "../parts/ResultMark";
import { SIDE_NAME, SIDE_TEXT, SIDES, TeamMark } from "../parts/TeamMark";

const GLOW: Record<Result, string> = { win: "from-good/15", loss: "from-bad/15" };

/** How it ended, and what there is to say of it in one sentence. */
export function Hero({ summary }: { summary: LiveSummary }) {
  const { result, score, headline, partial } = summary;
  const [lead = "", rest = ""] = headline.split(/\. (.*)/);
  return (
    <header
      className={`panel bg-linear-to-br to-45% to-panel px-8 py-7 ${result ? GLOW[result] : "from-accent/10"}`}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-10 gap-y-5">
        <div className="min-w-72 flex-1">
          <div className="flex flex-wrap items-baseline gap-x-4 text-lead">
            {result && <ResultMark result={result} />}
            <span className="text-muted text-small">{circumstances(summary)}</span>
          </div>
          <div className="mt-2.5 [&_h1]:leading-tight [&_h1]:md:text-[2rem]">
            <PageTitle title={headline}>
              {lead}
              {rest && <span className="block text-lead text-muted">{` ${rest}`}</span>}
            </PageTitle>
          </div>
          {partial && (
            <p className="mt-3 flex items-baseline gap-2 text-small">
              <span className="rounded-small border border-warn/60 px-1.5 text-warn">
                <span aria-hidden="true">! </span>Partial
              </span>
              <span className="text-muted">
                Parts of the match were not seen. The numbers are of the rest.
              </span>
            </p>
          )}
        </div>
        {score && <Score score={score} me={summary.me} />}
      </div>
    </header>
  );
}

function circumstances({ kind, source }: LiveSummary): string {
  return [KIND_NAME[kind ?? ""], `seen through the ${SOURCE_NAME[source]}`]
    .filter(Boolean)
    .join(", ");
}

function Score({
  score,
  me,
}: Pick<LiveSummary, "me"> & { score: NonNullable<LiveSummary["score"]> }) {
  return (
    <dl className="flex items-stretch gap-4">
      {SIDES.map((side, team) => (
        <div
          key={side}
          className={`flex w-36 flex-col items-center rounded-panel border border-line px-5 py-3.5 ${side === "blue" ? "bg-blue-deep/40" : "bg-orange-deep/40"}`}
        >
          <dt className={`flex items-center gap-2 font-semibold text-small ${SIDE_TEXT[side]}`}>
            <TeamMark side={side} />
            {SIDE_NAME[side]}
          </dt>
          <dd className="wide-numbers my-1.5 text-score">{score[team]}</dd>
          <dd className="max-w-28 text-small">
            {me?.team === team ? <PlayerName name={me.name} isMe /> : " "}
          </dd>
        </div>
      ))}
    </dl>
  );
}
