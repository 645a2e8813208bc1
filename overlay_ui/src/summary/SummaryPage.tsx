import type { LiveSummary } from "../api/types";
import { Loading } from "../parts/Loading";
import { PageTitle } from "../parts/PageTitle";
import { Panel } from "../parts/Panel";
import { ProblemPanel } from "../parts/ProblemPanel";
import { Findings } from "./Findings";
import { Goals } from "./Goals";
import { Hero } from "./Hero";
import { useNextEnd, useSummary } from "./query";
import { Sources } from "./Sources";

const TRAINING: ReadonlySet<string | null> = new Set(["freeplay", "custom_training"]);

/** The last game, right after it was played. */
export default function SummaryPage() {
  const summary = useSummary();
  useNextEnd();
  if (summary.isPending) return <Loading what="the summary" className="h-96" />;
  if (summary.isError)
    return (
      <>
        <PageTitle title="Last game" />
        <ProblemPanel error={summary.error} again={() => void summary.refetch()} />
      </>
    );
  return summary.data ? <Game summary={summary.data} /> : <NoGame />;
}

function Game({ summary }: { summary: LiveSummary }) {
  return (
    <div className="mx-auto flex max-w-[72rem] flex-col gap-5">
      <Hero summary={summary} />
      {TRAINING.has(summary.kind) ? (
        <Trained />
      ) : (
        <div className="grid gap-5 md:grid-cols-2">
          <Findings tone="good" findings={summary.strengths} matches={summary.matches} />
          <Findings tone="bad" findings={summary.leaks} matches={summary.matches} />
        </div>
      )}
      <Goals goals={summary.goals} me={summary.me} />
      <Sources summary={summary} />
    </div>
  );
}

function Trained() {
  return (
    <Panel title="Training is its own thing">
      <p className="text-muted">
        It is kept, and nothing of it is held against your matches: nobody trains as they play.
      </p>
    </Panel>
  );
}

function NoGame() {
  return (
    <div className="panel mx-auto max-w-2xl p-8">
      <PageTitle title="No game was watched yet" />
      <p className="mt-2 text-muted">
        Play while RocketTrainer runs. It watches training and play offline through its plugin, and
        play online through the game’s Stats API. When the match is over, its summary is here.
      </p>
      <p className="mt-2 text-muted">
        <code className="text-text">rockettrainer doctor</code> says what of that is set up.
      </p>
    </div>
  );
}
