import { useMemo, useState } from "react";
import type { MatchDetail, Side } from "../api/types";
import { Field } from "../field/Field";
import { Panel } from "../parts/Panel";
import { PlayerName } from "../parts/PlayerName";
import { SIDE_NAME, SIDE_TEXT, SIDES, TeamMark } from "../parts/TeamMark";
import { PadMark } from "./PadMark";
import { PlayerSelect } from "./PlayerSelect";
import { type PadCount, padCounts } from "./pads";
import { side } from "./roster";

const ALL = "all";

/** Which boost pads were taken, by whom, how often. */
export function PadPanel({ match }: { match: MatchDetail }) {
  const [player, setPlayer] = useState(ALL);
  const pads = useMemo(() => padCounts(match, player === ALL ? null : player), [match, player]);
  if (pads.length === 0) return null;
  return (
    <Panel
      title="Boost pads"
      about="How often each pad was taken; the ring says by whom: blue's part left, orange's right. Point at a pad, or focus it, for the numbers."
      tools={
        <PlayerSelect
          match={match}
          value={player}
          onChange={setPlayer}
          first={[[ALL, "Everybody"]]}
        />
      }
    >
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1.7fr)_minmax(20rem,1fr)]">
        <Field label="Boost pads on the field">
          {pads.map((pad) => (
            <PadMark key={pad.key} pad={pad} />
          ))}
        </Field>
        <Totals match={match} chosen={player} />
      </div>
    </Panel>
  );
}

interface TotalsProps {
  readonly match: MatchDetail;
  readonly chosen: string;
}

/** The same in numbers: both teams, and each player under theirs. */
function Totals({ match, chosen }: TotalsProps) {
  return (
    <table className="w-full text-small">
      <caption className="sr-only">Pads taken</caption>
      <thead>
        <tr className="border-line border-b text-faint">
          <th scope="col" className="py-2 text-left font-normal">
            Pads taken
          </th>
          <th scope="col" className="w-14 text-right font-normal">
            Big
          </th>
          <th scope="col" className="w-14 text-right font-normal">
            Small
          </th>
          <th scope="col" className="w-24 text-right font-normal">
            In their half
          </th>
        </tr>
      </thead>
      {SIDES.map((team) => (
        <tbody key={team} className="numbers">
          <tr className={`font-semibold ${SIDE_TEXT[team]}`}>
            <th scope="row" className="pt-4 pb-1.5 text-left">
              <TeamMark side={team} /> {SIDE_NAME[team]}
            </th>
            <Numbers pads={padCounts(match, null)} team={team} className="pt-4 pb-1.5" />
          </tr>
          {side(match, team).map((player) => (
            <tr key={player.id} className={player.id === chosen ? "bg-accent-deep" : ""}>
              <th scope="row" className="max-w-0 py-1 pl-4 text-left font-normal">
                <PlayerName name={player.name} isMe={player.is_me} />
              </th>
              <Numbers pads={padCounts(match, player.id)} team={team} className="py-1" />
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface NumbersProps {
  readonly pads: readonly PadCount[];
  readonly team: Side;
  readonly className: string;
}

function Numbers({ pads, team, className }: NumbersProps) {
  const sum = (which: (pad: PadCount) => boolean) =>
    pads.filter(which).reduce((total, pad) => total + pad[team], 0);
  return (
    <>
      <td className={`text-right ${className}`}>{sum((pad) => pad.big)}</td>
      <td className={`text-right ${className}`}>{sum((pad) => !pad.big)}</td>
      <td className={`text-right ${className}`}>
        {sum((pad) => (team === "blue" ? pad.y > 0 : pad.y < 0))}
      </td>
    </>
  );
}
