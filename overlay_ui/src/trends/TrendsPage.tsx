import { useMetrics, useProgress, useStats } from "../api/queries";
import { MetricName } from "../match/MetricName";
import { WhoAmI } from "../me/WhoAmI";
import { Loading } from "../parts/Loading";
import { PageTitle } from "../parts/PageTitle";
import { Panel } from "../parts/Panel";
import { ProblemPanel } from "../parts/ProblemPanel";
import { choiceOf } from "./choice";
import { Glances } from "./Glances";
import { RecordStrip } from "./RecordStrip";
import { TrendChart } from "./TrendChart";
import { TrendControls } from "./TrendControls";
import { TrendSummary } from "./TrendSummary";

export default function TrendsPage({ query }: { query: URLSearchParams }) {
  const choice = choiceOf(query);
  const metrics = useMetrics();
  const progress = useProgress(choice.metric, choice.last, choice.playlist);
  const stats = useStats();
  const metric = metrics.data?.find((one) => one.key === choice.metric);
  return (
    <>
      <div className="mb-5 flex flex-wrap items-end justify-between gap-4">
        <PageTitle title="Trends" />
        {stats.data && <RecordStrip stats={stats.data} />}
      </div>
      <WhoAmI />
      <div className="flex flex-col gap-5">
        <Glances choice={choice} metrics={metrics.data ?? []} />
        <Panel
          title={metric?.name ?? "Metric"}
          about={metric && <MetricName metric={metric} text="What this measures" />}
          tools={<TrendControls choice={choice} metrics={metrics.data ?? []} stats={stats.data} />}
        >
          {progress.isPending && <Loading what="the trend" className="h-96" />}
          {progress.isError && (
            <ProblemPanel error={progress.error} again={() => void progress.refetch()} />
          )}
          {metric && progress.data && progress.data.points.length === 0 && (
            <p className="rounded-small bg-raised p-8 text-center text-muted">
              No match of yours has this number yet. Choose another metric or playlist, or add
              replays on the page{" "}
              <a className="underline" href="#/matches">
                Matches
              </a>
              .
            </p>
          )}
          {metric && progress.data && progress.data.points.length > 0 && (
            <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_16rem]">
              <TrendChart metric={metric} progress={progress.data} />
              <TrendSummary metric={metric} progress={progress.data} />
            </div>
          )}
        </Panel>
      </div>
    </>
  );
}
