import type { LiveGoal, LiveSummary, Side } from "../api/types";
import { clock } from "../format";
import { Panel } from "../parts/Panel";
import { PlayerName } from "../parts/PlayerName";
import { SIDE_NAME, SIDE_TEXT, SIDES, TeamMark } from "../parts/TeamMark";

interface Scored {
  readonly key: string;
  readonly goal: LiveGoal;
  readonly side: Side;
  /** After it. */
  readonly score: readonly [number, number];
}

/** Every goal, in the order in which they fell. */
export function Goals({ goals, me }: Pick<LiveSummary, "goals" | "me">) {
  if (goals.length === 0) return null;
  const all = scored(goals);
  const end_s = Math.max(...goals.map((goal) => goal.time_s), 300);
  return (
    <Panel title="Goals">
      <Line all={all} end_s={end_s} />
      <ol className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-x-6 gap-y-2">
        {all.map(({ key, goal, side, score }) => (
          <li key={key} className="flex items-baseline gap-3">
            <span className="numbers w-10 shrink-0 text-faint">{clock(goal.time_s)}</span>
            <span className={`flex shrink-0 items-center gap-1.5 ${SIDE_TEXT[side]}`}>
              <TeamMark side={side} named />
              <span className="wide-numbers">
                {score[0]}–{score[1]}
              </span>
            </span>
            {goal.player === null ? (
              <span className="text-muted">{SIDE_NAME[side]}</span>
            ) : (
              <PlayerName
                name={goal.player}
                isMe={me?.name === goal.player && SIDES[me.team] === side}
              />
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** When they fell: blue above the line, orange below. */
function Line({ all, end_s }: { all: readonly Scored[]; end_s: number }) {
  return (
    <div aria-hidden="true" className="relative mx-1.5 mb-5 h-9">
      <div className="absolute inset-x-0 top-1/2 h-px bg-edge" />
      {all.map(({ key, goal, side }) => (
        <span
          key={key}
          className={`absolute -translate-x-1/2 leading-none ${SIDE_TEXT[side]} ${side === "blue" ? "top-0" : "bottom-0"}`}
          style={{ left: `${(goal.time_s / end_s) * 100}%` }}
        >
          <TeamMark side={side} />
        </span>
      ))}
    </div>
  );
}

/** Goals with the score after each. */
export function scored(goals: readonly LiveGoal[]): Scored[] {
  const score: [number, number] = [0, 0];
  return goals.map((goal, index) => {
    const side = SIDES[goal.team] ?? "blue";
    score[side === "blue" ? 0 : 1] += 1;
    return { key: `${index}-${goal.time_s}`, goal, side, score: [score[0], score[1]] };
  });
}
