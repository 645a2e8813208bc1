import { useId } from "react";
import type { MatchDetail } from "../api/types";
import { shownName } from "../name";
import { SIDE_NAME, SIDE_SIGN, SIDES } from "../parts/TeamMark";
import { side } from "./roster";

interface Props {
  readonly match: MatchDetail;
  readonly value: string;
  readonly onChange: (id: string) => void;
  /** Options before the players. */
  readonly first?: readonly (readonly [string, string])[];
}

export function PlayerSelect({ match, value, onChange, first = [] }: Props) {
  const id = useId();
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id} className="text-faint text-small">
        Player
      </label>
      <select
        id={id}
        className="field max-w-60 text-small"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {first.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
        {SIDES.map((team) => (
          <optgroup key={team} label={`${SIDE_SIGN[team]} ${SIDE_NAME[team]}`}>
            {side(match, team).map((player) => (
              <option key={player.id} value={player.id}>
                {shownName(player.name)}
                {player.is_me ? " (you)" : ""}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
