/** @jsxImportSource preact */
import { useEffect, useRef } from "preact/hooks";
import { desktop } from "./desktop";
import { Handle } from "./Handle";
import { OPACITIES, type Parameters } from "./parameters";

/** Of what suits the screen. */
const SIZES_PERCENT = { least: 80, most: 150 } as const;
const SCREEN_LINES = 1080;

interface Props {
  readonly parameters: Parameters;
  readonly scale: number;
  readonly change: (changes: Readonly<Record<string, string | null>>) => void;
}

/** In place of the card while its place, size and solidity are chosen. */
export function Editor({ parameters, scale, change }: Props) {
  const suiting = screen.height / SCREEN_LINES;
  const done = () => {
    change({ edit: null });
    void desktop().done?.();
  };
  useEscape(done);
  return (
    <section aria-label="Arrange the overlay" className="card editor" data-shown>
      <div className="flex flex-col gap-2 text-label">
        <Handle />
        <Slider
          name="Size"
          value={Math.round((scale / suiting) * 100)}
          least={SIZES_PERCENT.least}
          most={SIZES_PERCENT.most}
          onChosen={(percent) => {
            const chosen = Number(((percent / 100) * suiting).toFixed(3));
            change({ scale: String(chosen) });
            void desktop().set_scale?.(chosen);
          }}
        />
        <Slider
          name="Opacity"
          value={Math.round(parameters.opacity * 100)}
          least={OPACITIES.least * 100}
          most={OPACITIES.most * 100}
          onMoved={(percent) => {
            change({ opacity: String(percent / 100) });
            void desktop().set_opacity?.(percent / 100);
          }}
        />
        <button type="button" className="button button-main justify-center" onClick={done}>
          Done
        </button>
      </div>
    </section>
  );
}

interface SliderProps {
  readonly name: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** With each step. */
  readonly onMoved?: (value: number) => void;
  /** When it is let go; for what would move the slider itself. */
  readonly onChosen?: (value: number) => void;
}

function Slider({ name, value, least, most, onMoved, onChosen }: SliderProps) {
  return (
    <label className="grid grid-cols-[3.5rem_minmax(0,1fr)_2.75rem] items-center gap-2">
      {name}
      <input
        type="range"
        className="scrubber"
        min={least}
        max={most}
        value={value}
        onInput={({ currentTarget }) => onMoved?.(currentTarget.valueAsNumber)}
        onChange={({ currentTarget }) => onChosen?.(currentTarget.valueAsNumber)}
      />
      <span className="numbers text-right text-muted">{value} %</span>
    </label>
  );
}

function useEscape(done: () => void): void {
  const newest = useRef(done);
  newest.current = done;
  useEffect(() => {
    const press = ({ key }: KeyboardEvent) => {
      if (key === "Escape") newest.current();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
