interface Props {
  readonly name: string;
  /** The last place; the first is 0. */
  readonly last: number;
  readonly at: number;
  /** What is at the place, for who does not see it. */
  readonly spoken: string;
  readonly onMove: (place: number) => void;
}

/** Moves along a chart above it, also by keyboard. */
export function Scrubber({ name, last, at, spoken, onMove }: Props) {
  return (
    <label className="mt-3 grid grid-cols-[3.25rem_minmax(0,1fr)] items-center gap-3 pr-2 text-faint text-small">
      {name}
      <input
        type="range"
        className="scrubber"
        min={0}
        max={last}
        value={at}
        aria-valuetext={spoken}
        onChange={(event) => onMove(Number(event.target.value))}
      />
    </label>
  );
}
