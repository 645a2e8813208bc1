import type { Metric } from "../api/types";
import { Hint } from "../parts/Hint";

const DIRECTION: Record<Metric["better"], string> = {
  higher: "Higher is better.",
  lower: "Lower is better.",
  neither: "",
};

interface Props {
  readonly metric: Metric;
  readonly align?: string;
  /** Instead of the name, where that stands beside it. */
  readonly text?: string;
}

/** A metric's name, with what it measures one hover or focus away. */
export function MetricName({ metric, align = "", text }: Props) {
  return (
    <Hint
      text={
        <>
          <span className="block">{metric.definition}</span>
          {metric.better !== "neither" && (
            <span className="mt-1 block">{DIRECTION[metric.better]}</span>
          )}
          {metric.source && <span className="mt-1 block text-faint">{metric.source}</span>}
        </>
      }
    >
      <button
        type="button"
        className={`max-w-full cursor-help text-balance underline decoration-edge decoration-dotted underline-offset-4 hover:decoration-text ${align}`}
      >
        {text ?? metric.name}
      </button>
    </Hint>
  );
}
