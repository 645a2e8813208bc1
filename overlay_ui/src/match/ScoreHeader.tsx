import { useState } from "react";
import { useDeleteMatch } from "../api/queries";
import type { MatchDetail, Side } from "../api/types";
import { clock, day, hour } from "../format";
import { shownFile, shownName } from "../name";
import { PageTitle } from "../parts/PageTitle";
import { PlayerName } from "../parts/PlayerName";
import { ResultMark } from "../parts/ResultMark";
import { SIDE_NAME, SIDE_TEXT, TeamMark } from "../parts/TeamMark";
import { side } from "./roster";
import { ShareMatch } from "./ShareMatch";

/** Who played whom, and how it ended. */
export function ScoreHeader({ match }: { match: MatchDetail }) {
  const [blue, orange] = match.score ?? [];
  const [sharing, setSharing] = useState(false);
  const title = `${match.playlist.name ?? "Match"} on ${shownName(match.map.name)}`;
  return (
    <header className="panel px-6 py-6">
      <div className="grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-center gap-8">
        <TeamBlock match={match} team="blue" />
        <div className="text-center">
          {match.result && (
            <div className="mb-1">
              <ResultMark result={match.result} />
            </div>
          )}
          <p className="wide-numbers flex items-center justify-center gap-5 text-score">
            <span className="sr-only">Blue </span>
            <span className="text-blue">{blue ?? "–"}</span>
            <span className="text-faint text-title" aria-hidden="true">
              :
            </span>
            <span className="sr-only">, Orange </span>
            <span className="text-orange">{orange ?? "–"}</span>
          </p>
          <p className="numbers mt-2 text-faint text-small">{ending(match)}</p>
        </div>
        <TeamBlock match={match} team="orange" />
      </div>
      <div className="mt-5 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 border-line border-t pt-4">
        <PageTitle title={title}>
          <span className="text-lead">{title}</span>
        </PageTitle>
        <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1 text-muted text-small">
          {match.file_name && (
            <span className="flex min-w-0 max-w-80">
              <span className="sr-only">File: </span>
              <bdi className="player-name">{shownFile(match.file_name)}</bdi>
            </span>
          )}
          <span className="numbers">
            {match.date ? `${day(match.date)}, ${hour(match.date)}` : "unknown date"}
          </span>
          {match.original && (
            <button
              type="button"
              className="underline"
              aria-expanded={sharing}
              onClick={() => setSharing(!sharing)}
            >
              Upload to ballchasing.com
            </button>
          )}
          <DeleteButton id={match.id} />
        </div>
      </div>
      {sharing && <ShareMatch match={match} onClose={() => setSharing(false)} />}
    </header>
  );
}

function TeamBlock({ match, team }: { match: MatchDetail; team: Side }) {
  const right = team === "orange";
  return (
    <div className={`min-w-0 ${right ? "" : "text-right"}`}>
      <p
        className={`flex items-center gap-2 font-bold text-lead [font-stretch:112%] ${SIDE_TEXT[team]} ${right ? "" : "justify-end"}`}
      >
        {right && <TeamMark side={team} />}
        {SIDE_NAME[team]}
        {!right && <TeamMark side={team} />}
      </p>
      <ul className={`mt-1 flex flex-wrap gap-x-4 text-muted ${right ? "" : "justify-end"}`}>
        {side(match, team).map((player) => (
          <li key={player.id} className="max-w-52 min-w-0">
            <PlayerName name={player.name} isMe={player.is_me} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function ending(match: MatchDetail): string {
  const time = match.duration_s === null ? null : clock(match.duration_s);
  const parts = [time, match.overtime && "overtime", match.forfeit && "forfeit"];
  return parts.filter(Boolean).join(" · ");
}

/** Asks before it deletes: the first press arms it, the second deletes. */
function DeleteButton({ id }: { id: number }) {
  const [armed, setArmed] = useState(false);
  const remove = useDeleteMatch();
  if (!armed)
    return (
      <button type="button" className="underline" onClick={() => setArmed(true)}>
        Delete
      </button>
    );
  return (
    <span className="flex items-center gap-2">
      <button
        type="button"
        className="button min-h-7 border-bad px-2"
        onClick={() =>
          remove.mutate(id, {
            onSuccess: () => {
              location.hash = "#/matches";
            },
          })
        }
      >
        Delete from RocketTrainer
      </button>
      <button type="button" className="button min-h-7 px-2" onClick={() => setArmed(false)}>
        Keep
      </button>
    </span>
  );
}
