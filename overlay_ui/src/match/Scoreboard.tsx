import type { MatchDetail, MatchPlayer, Side } from "../api/types";
import { number } from "../format";
import { PlayerName } from "../parts/PlayerName";
import { SIDE_NAME, SIDE_TEXT, TeamMark } from "../parts/TeamMark";
import { side } from "./roster";

const COLUMNS = [
  ["score", "Score"],
  ["goals", "Goals"],
  ["assists", "Assists"],
  ["saves", "Saves"],
  ["shots", "Shots"],
] as const;

export function Scoreboard({ match }: { match: MatchDetail }) {
  return (
    <section aria-label="Scoreboard" className="grid gap-5 lg:grid-cols-2">
      <TeamTable match={match} team="blue" />
      <TeamTable match={match} team="orange" />
    </section>
  );
}

function TeamTable({ match, team }: { match: MatchDetail; team: Side }) {
  const players = side(match, team).toSorted(
    (one, two) => (two.metrics.score ?? 0) - (one.metrics.score ?? 0),
  );
  return (
    <div className="panel overflow-hidden">
      <table className="w-full text-small">
        <caption className="sr-only">{SIDE_NAME[team]}</caption>
        <thead>
          <tr className="border-line border-b text-faint">
            <th scope="col" className={`px-4 py-2 text-left font-semibold ${SIDE_TEXT[team]}`}>
              <span className="flex items-center gap-2">
                <TeamMark side={team} />
                {SIDE_NAME[team]}
              </span>
            </th>
            {COLUMNS.map(([key, name]) => (
              <th key={key} scope="col" className="w-15 px-1.5 py-2 text-right font-normal">
                {name}
              </th>
            ))}
            <th scope="col" className="w-30 px-4 py-2 text-left font-normal">
              Car
            </th>
          </tr>
        </thead>
        <tbody>
          {players.map((player) => (
            <PlayerLine key={player.id} player={player} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PlayerLine({ player }: { player: MatchPlayer }) {
  return (
    <tr className="border-line border-b last:border-0">
      <th scope="row" className="max-w-0 px-4 py-2 text-left font-normal">
        <span className="flex items-baseline">
          <PlayerName name={player.name} isMe={player.is_me} />
          {player.bot && <span className="ml-1.5 text-faint">bot</span>}
          {(player.metrics.mvp ?? 0) > 0 && (
            <span className="ml-1.5 shrink-0 text-warn" title="Most valuable player">
              <span aria-hidden="true">★</span>
              <span className="sr-only">most valuable player</span>
            </span>
          )}
        </span>
      </th>
      {COLUMNS.map(([key]) => (
        <td
          key={key}
          className={`numbers px-2 text-right ${key === "score" ? "font-semibold" : ""}`}
        >
          {key in player.metrics ? number(player.metrics[key] ?? 0, "") : "–"}
        </td>
      ))}
      <td className="max-w-0 truncate px-4 text-muted" title={player.car.hitbox ?? undefined}>
        {player.car.name ?? "unknown"}
      </td>
    </tr>
  );
}
