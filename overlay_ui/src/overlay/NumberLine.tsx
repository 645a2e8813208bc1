/** @jsxImportSource preact */
import { useRef } from "preact/hooks";
import type { PanelMetric } from "../live/messages";
import { explained, missingText, unitText, valueText, verdictOf } from "./reading";
import { useLiveAttribute, useLiveText } from "./useLive";

/** A number of the panel: its name, value, unit, and how it stands to the usual one. */
export function NumberLine({ metric, row }: { metric: PanelMetric; row: number }) {
  const line = useRef<HTMLDivElement>(null);
  const value = useRef<HTMLSpanElement>(null);
  const unit = useRef<HTMLSpanElement>(null);
  const missing = useRef<HTMLSpanElement>(null);
  const verdict = useRef<HTMLElement>(null);
  const sign = useRef<HTMLSpanElement>(null);
  const word = useRef<HTMLSpanElement>(null);
  const inputs = [metric, row];
  useLiveAttribute(line, "title", (live) => explained(live, row), inputs);
  useLiveText(value, (live) => valueText(live, row), inputs);
  useLiveText(unit, (live) => unitText(live, row), inputs);
  useLiveText(missing, (live) => missingText(live, row), inputs);
  useLiveAttribute(verdict, "data-tone", (live) => verdictOf(live, row).tone, inputs);
  useLiveText(sign, (live) => verdictOf(live, row).sign, inputs);
  useLiveText(word, (live) => verdictOf(live, row).word, inputs);
  return (
    <div ref={line} className="line">
      <dt className="line-name">{metric.short}</dt>
      <dd className="line-value">
        <span ref={value} className="reading" />
        <span ref={unit} className="text-muted text-note" />
        <span ref={missing} className="sr-only" />
      </dd>
      <dd ref={verdict} className="line-verdict">
        <span ref={sign} aria-hidden="true" />
        <span ref={word} />
      </dd>
    </div>
  );
}
