import type { MatchDetail } from "../api/types";
import { Panel } from "../parts/Panel";
import { SIDES } from "../parts/TeamMark";
import { HeatmapCard } from "./HeatmapCard";
import { side } from "./roster";

/** Where everybody was, and the ball. */
export function HeatmapPanel({ match }: { match: MatchDetail }) {
  return (
    <Panel
      title="Positions"
      about="Where each car and the ball spent their time. Blue defends the left goal, orange the right one."
      tools={<Ramp />}
    >
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(17rem,1fr))] gap-4">
        {SIDES.flatMap((team) => side(match, team)).map((player) => (
          <HeatmapCard key={player.id} match={match} player={player} />
        ))}
        <HeatmapCard match={match} player={null} />
      </ul>
    </Panel>
  );
}

function Ramp() {
  return (
    <p className="flex items-center gap-2 text-faint text-small">
      rarely
      <span
        aria-hidden="true"
        className="h-2 w-32 rounded-full bg-linear-to-r/oklch from-heat-1 via-heat-3 to-heat-4"
      />
      often
    </p>
  );
}
