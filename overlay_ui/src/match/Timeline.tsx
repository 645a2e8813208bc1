import { useRef } from "react";
import type { MatchDetail, Side } from "../api/types";
import { clock } from "../format";
import { Hint } from "../parts/Hint";
import { Panel } from "../parts/Panel";
import { SIDE_NAME, SIDE_TEXT, SIDES, TeamMark } from "../parts/TeamMark";
import { useWidth } from "../parts/useWidth";
import { levelsOf, type Moment, momentsOf, overtimeStart } from "./moments";

const TICK_S = 60;
const GOAL_WIDTH_PX = 68;
const GOAL_HEIGHT_PX = 28;
/** The row of demolitions, next to the line. */
const DEMOLITIONS_PX = 20;

/** Goals and demolitions along the match: blue above the line, orange below. */
export function Timeline({ match }: { match: MatchDetail }) {
  const moments = momentsOf(match);
  const overtime = overtimeStart(match);
  const end = Math.max(match.duration_s ?? 0, ...match.events.map((event) => event.match_s), 1);
  const ticks = Array.from(
    { length: Math.floor(end / TICK_S) + 1 },
    (_, minute) => minute * TICK_S,
  );
  if (match.events.length === 0) return null;
  return (
    <Panel title="Timeline" tools={<Key />}>
      <div className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3">
        <Lane side="blue" moments={moments} end={end} />
        <div className="col-start-2 relative mx-6 h-7">
          <div className="absolute inset-x-0 top-1/2 h-px bg-edge" />
          {ticks.map((at) => (
            <span
              key={at}
              className="numbers absolute -translate-x-1/2 bg-panel px-1.5 text-faint text-small leading-7"
              style={{ left: `${(at / end) * 100}%` }}
            >
              {clock(at)}
            </span>
          ))}
          {overtime !== null && (
            <span
              className="absolute bg-panel px-1.5 font-semibold text-small text-warn leading-7"
              style={{ left: `${(overtime / end) * 100}%` }}
            >
              overtime
            </span>
          )}
        </div>
        <Lane side="orange" moments={moments} end={end} />
      </div>
    </Panel>
  );
}

function Lane({ side, moments, end }: { side: Side; moments: readonly Moment[]; end: number }) {
  const list = useRef<HTMLOListElement>(null);
  const width = useWidth(list);
  const mine = moments.filter((moment) => moment.side === side);
  const goals = mine.filter((moment) => moment.kind === "goal");
  const levels = levelsOf(goals, (end * GOAL_WIDTH_PX) / Math.max(width, GOAL_WIDTH_PX));
  const rows = Math.max(1, ...[...levels.values()].map((level) => level + 1));
  return (
    <>
      <span className={`flex items-center gap-2 font-semibold text-small ${SIDE_TEXT[side]}`}>
        <TeamMark side={side} />
        {SIDE_NAME[side]}
      </span>
      <ol
        ref={list}
        aria-label={`Goals and demolitions of ${SIDE_NAME[side]}`}
        className="relative mx-6"
        style={{ height: DEMOLITIONS_PX + rows * GOAL_HEIGHT_PX }}
      >
        {mine.map((moment) => (
          <li
            key={moment.key}
            className={`absolute -translate-x-1/2 ${moment.kind === "goal" ? "z-10" : ""}`}
            style={{
              left: `${(moment.at / end) * 100}%`,
              [side === "blue" ? "bottom" : "top"]: fromLinePx(levels.get(moment.key)),
            }}
          >
            <Hint text={moment.text} side={side === "blue" ? "top" : "bottom"}>
              <button
                type="button"
                aria-label={moment.text}
                className={`grid place-items-center rounded-full ${SIDE_TEXT[side]}`}
              >
                <MomentMark moment={moment} />
              </button>
            </Hint>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Goals stand away from the line, demolitions at it, so that neither hides the other. */
function fromLinePx(level: number | undefined): number {
  return level === undefined ? 0 : DEMOLITIONS_PX + level * GOAL_HEIGHT_PX;
}

function MomentMark({ moment }: { moment: Moment }) {
  if (moment.kind === "demolition")
    return (
      <svg viewBox="0 0 12 12" aria-hidden="true" className="size-4 fill-none stroke-current p-0.5">
        <path d="M2 2 10 10M10 2 2 10" strokeWidth="2" />
      </svg>
    );
  const [blue, orange] = moment.score ?? [0, 0];
  const side = moment.side ?? "blue";
  return (
    <span
      className={`wide-numbers flex items-center gap-1 whitespace-nowrap rounded-full border border-current px-1.5 text-small ${side === "blue" ? "bg-blue-deep" : "bg-orange-deep"}`}
    >
      <TeamMark side={side} />
      {blue}–{orange}
    </span>
  );
}

function Key() {
  return (
    <p className="flex gap-4 text-faint text-small">
      <span className="flex items-center gap-1.5">
        {SIDES.map((side) => (
          <span key={side} className={SIDE_TEXT[side]}>
            <TeamMark side={side} />
          </span>
        ))}
        goal, and the score after it
      </span>
      <span>✕ demolition</span>
    </p>
  );
}
