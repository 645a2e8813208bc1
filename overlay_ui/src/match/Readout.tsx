import { number } from "../format";
import { TeamMark } from "../parts/TeamMark";

interface Props {
  readonly title: string;
  readonly unit: string;
  readonly name: string;
  readonly when: string;
  readonly values: {
    readonly player: number | null;
    readonly blue: number | null;
    readonly orange: number | null;
  };
}

/** The key of a chart, with the numbers at its cursor. */
export function Readout({ title, unit, name, when, values }: Props) {
  const shown = (value: number | null) => (value === null ? "–" : number(value, "uu"));
  return (
    <div className="mb-1 flex flex-wrap items-baseline gap-x-5 text-small">
      <h3 className="text-body">
        {title} <span className="font-normal text-faint">{unit}</span>
      </h3>
      <span className="text-faint">{when}</span>
      <span className="ml-auto flex min-w-0 items-baseline gap-1.5 text-muted">
        <span
          aria-hidden="true"
          className="h-2.5 w-4 self-center border-faint border-t bg-lifted"
        />
        <bdi className="player-name max-w-48">{name}</bdi>
        <b className="numbers w-11 text-right text-text">{shown(values.player)}</b>
      </span>
      <span className="flex items-baseline gap-1.5 text-blue">
        <TeamMark side="blue" /> Blue
        <b className="numbers w-11 text-right">{shown(values.blue)}</b>
      </span>
      <span className="flex items-baseline gap-1.5 text-orange">
        <TeamMark side="orange" /> Orange, dashed
        <b className="numbers w-11 text-right">{shown(values.orange)}</b>
      </span>
    </div>
  );
}
