import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { matchQuery } from "../api/queries";
import type { MatchDetail } from "../api/types";
import { Loading } from "../parts/Loading";
import { PageTitle } from "../parts/PageTitle";
import { ProblemPanel } from "../parts/ProblemPanel";
import { FieldPanels } from "./FieldPanels";
import { MetricsPanel } from "./MetricsPanel";
import { Scoreboard } from "./Scoreboard";
import { ScoreHeader } from "./ScoreHeader";
import { Timeline } from "./Timeline";
import { Warnings } from "./Warnings";

const OverTimePanel = lazy(() => import("./OverTimePanel"));

export default function MatchPage({ id }: { id: number }) {
  const match = useQuery({ ...matchQuery(id), enabled: Number.isInteger(id) });
  return (
    <>
      <a href="#/matches" className="mb-3 inline-block text-muted text-small hover:text-text">
        <span aria-hidden="true">← </span>All matches
      </a>
      {match.isPending && <Loading what="the match" className="h-96" />}
      {match.isError && (
        <>
          <div className="mb-5">
            <PageTitle title="Match" />
          </div>
          <ProblemPanel error={match.error} again={() => void match.refetch()} />
        </>
      )}
      {match.data && <Match match={match.data} />}
    </>
  );
}

function Match({ match }: { match: MatchDetail }) {
  return (
    <div className="flex flex-col gap-5">
      <ScoreHeader match={match} />
      <Warnings match={match} />
      <Timeline match={match} />
      {match.players.length > 0 ? <Played match={match} /> : <NobodyPlays />}
    </div>
  );
}

/** What there is to say of those who play. */
function Played({ match }: { match: MatchDetail }) {
  const first = match.players.find((player) => player.is_me) ?? match.players[0];
  const [player, setPlayer] = useState(first?.id ?? "");
  const shown = match.players.some((one) => one.id === player) ? player : (first?.id ?? "");
  return (
    <>
      <Scoreboard match={match} />
      <MetricsPanel match={match} />
      {match.frames.available && (
        <>
          <Suspense fallback={<Loading what="charts" className="h-[38rem]" />}>
            <OverTimePanel match={match} player={shown} onPlayer={setPlayer} />
          </Suspense>
          <FieldPanels match={match} />
        </>
      )}
    </>
  );
}

function NobodyPlays() {
  return (
    <p className="panel p-8 text-center text-muted">
      Nobody plays in this replay, so there is nothing to measure.
    </p>
  );
}
