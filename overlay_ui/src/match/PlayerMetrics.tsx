import type { MatchDetail, MatchPlayer, Metric } from "../api/types";
import { measure, number } from "../format";
import { PlayerName } from "../parts/PlayerName";
import { SIDE_TEXT, SIDES, TeamMark } from "../parts/TeamMark";
import { MetricName } from "./MetricName";
import type { MetricRow } from "./metricRows";
import { side, sideOf } from "./roster";
import { Missing } from "./TeamMetrics";

interface Props {
  readonly match: MatchDetail;
  readonly rows: readonly MetricRow[];
}

/** Every player a column, a line a metric. */
export function PlayerMetrics({ match, rows }: Props) {
  const players = SIDES.flatMap((team) => side(match, team));
  return (
    <section aria-label="Metrics of the players" className="overflow-x-auto">
      <table className="w-full table-fixed text-small">
        <thead>
          <tr className="border-line border-b">
            <th scope="col" className="w-56 py-2 text-left font-normal text-faint">
              Metric
            </th>
            {players.map((player) => (
              <PlayerHead key={player.id} player={player} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.filter(isOfPlayers(players)).map((row) => (
            <tr key={row.metric.key} className="hover:bg-raised">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                <MetricName metric={row.metric} align="text-left" />
              </th>
              {players.map((player) => (
                <Cell
                  key={player.id}
                  player={player}
                  row={row}
                  scale={scaleOf(row.metric, players)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Leaves out what only a team has, as possession. */
function isOfPlayers(players: readonly MatchPlayer[]) {
  return ({ metric }: MetricRow) =>
    metric.team !== "own" || players.some((player) => metric.key in player.metrics);
}

function PlayerHead({ player }: { player: MatchPlayer }) {
  const team = sideOf(player.team);
  return (
    <th scope="col" className="w-32 px-2 py-2 text-left font-normal">
      <span className={`flex min-w-0 items-baseline gap-1.5 ${team ? SIDE_TEXT[team] : ""}`}>
        {team && <TeamMark side={team} named />}
        <PlayerName name={player.name} isMe={player.is_me} />
      </span>
    </th>
  );
}

interface CellProps {
  readonly player: MatchPlayer;
  readonly row: MetricRow;
  readonly scale: number;
}

function Cell({ player, row: { metric, share }, scale }: CellProps) {
  const value = player.metrics[metric.key];
  if (value === undefined)
    return (
      <td className="px-2">
        <Missing reason={player.missing[metric.key] ?? "this was not measured"} />
      </td>
    );
  const part = share ? player.metrics[share.key] : undefined;
  const colour = player.team === "orange" ? "bg-orange" : "bg-blue";
  return (
    <td className="px-2 py-1.5">
      <span className="numbers flex justify-between gap-1 whitespace-nowrap">
        {measure(value, metric.unit)}
        {part !== undefined && <span className="text-faint">{number(part, "%")} %</span>}
      </span>
      <span className="mt-1 block h-1 rounded-full bg-lifted">
        <span
          className={`block h-full rounded-full ${colour}`}
          style={{ width: `${Math.min(100, (value / scale) * 100)}%` }}
        />
      </span>
    </td>
  );
}

function scaleOf(metric: Metric, players: readonly MatchPlayer[]): number {
  if (metric.unit === "%") return metric.high ?? 100;
  return Math.max(...players.map((player) => player.metrics[metric.key] ?? 0), Number.EPSILON);
}
