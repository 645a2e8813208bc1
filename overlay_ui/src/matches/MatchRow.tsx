import { arrivals } from "../api/live";
import { useStore } from "../api/store";
import type { MatchSummary, Result, Seat, Side } from "../api/types";
import { clock, counted, day, hour, number } from "../format";
import { shownName } from "../name";
import { PlayerName } from "../parts/PlayerName";
import { ResultMark } from "../parts/ResultMark";
import { TeamMark } from "../parts/TeamMark";

const PLAYERS_SHOWN = 4;
const EDGE: Record<Result, string> = {
  win: "border-l-good",
  loss: "border-l-bad",
};

/** A match in the list; the whole line leads to its page. */
export function MatchRow({ match }: { match: MatchSummary }) {
  const arrived = useStore(arrivals).has(match.id);
  const edge = match.result ? EDGE[match.result] : "border-l-transparent";
  return (
    <li
      className={`relative border-l-3 ${edge} hover:bg-raised has-[a:focus-visible]:bg-raised ${arrived ? "arrived" : ""}`}
    >
      <div className="grid grid-cols-[9rem_minmax(0,1fr)_7rem_minmax(0,1fr)_4rem_6.5rem] items-center gap-x-3 lg:grid-cols-[12rem_minmax(0,1fr)_8rem_minmax(0,1fr)_9rem_7rem] lg:gap-x-5 py-3 pr-5 pl-4">
        <div className="min-w-0">
          <a
            href={`#/match/${match.id}`}
            className="block truncate font-semibold after:absolute after:inset-0"
          >
            {match.playlist.name ?? "Unknown playlist"}
          </a>
          <div className="truncate text-faint text-small">{shownName(match.map.name)}</div>
        </div>
        <Team side="blue" players={match.players} />
        <Score match={match} />
        <Team side="orange" players={match.players} />
        <Mine match={match} />
        <div className="numbers text-right text-muted text-small">
          {match.date ? day(match.date) : "unknown date"}
          <div className="text-faint">{match.date ? hour(match.date) : ""}</div>
        </div>
      </div>
    </li>
  );
}

/** What the reader did in the match, if it was theirs. */
function Mine({ match }: { match: MatchSummary }) {
  const me = match.players.find((player) => player.is_me);
  return (
    <div className="text-small">
      {match.result && <ResultMark result={match.result} />}
      {me && me.score !== null && (
        <div className="numbers text-faint max-lg:hidden">
          {number(me.score, "uu")} pts · {counted(me.goals ?? 0, "goal", "goals")}
        </div>
      )}
    </div>
  );
}

function Team({ side, players }: { side: Side; players: readonly Seat[] }) {
  const mine = players.filter((player) => player.team === side);
  const rest = mine.length - PLAYERS_SHOWN;
  return (
    <ul
      className={`flex min-w-0 flex-wrap gap-x-3 text-muted text-small ${side === "blue" ? "justify-end text-right" : ""}`}
    >
      {mine.slice(0, PLAYERS_SHOWN).map((player) => (
        <li key={player.id} className={`max-w-40 min-w-0 ${player.is_me ? "text-text" : ""}`}>
          <PlayerName name={player.name} isMe={player.is_me} />
        </li>
      ))}
      {rest > 0 && <li className="text-faint">and {rest} more</li>}
    </ul>
  );
}

function Score({ match }: { match: MatchSummary }) {
  if (!match.score) return <span className="text-center text-faint text-small">no score</span>;
  const [blue, orange] = match.score;
  return (
    <div className="text-center">
      <div className="wide-numbers grid grid-cols-[1fr_auto_1fr] items-center gap-2.5 text-lead">
        <span className="flex items-center justify-end gap-2 text-blue">
          <TeamMark side="blue" named />
          {blue}
        </span>
        <span className="text-faint" aria-hidden="true">
          :
        </span>
        <span className="flex items-center gap-2 text-orange">
          <span className="sr-only">Orange: </span>
          {orange}
          <TeamMark side="orange" />
        </span>
      </div>
      <div className="numbers text-faint text-small">{ending(match)}</div>
    </div>
  );
}

function ending(match: MatchSummary): string {
  const parts = [
    match.duration_s === null ? null : clock(match.duration_s),
    match.overtime ? "overtime" : null,
    match.forfeit ? "forfeit" : null,
  ];
  return parts.filter(Boolean).join(" · ");
}
