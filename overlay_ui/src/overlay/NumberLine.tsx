/** @jsxImportSource preact */
import type { LiveNumber, PanelMetric } from "../live/messages";
import { explained, missingText, saidOf, unitText, valueText, verdictOf } from "./reading";
import { partOf, textOf, useLiveWriter, type Writer } from "./useLive";

/** A number of the panel: its name, value, unit, and how it stands to the usual one. */
export function NumberLine({ metric }: { metric: PanelMetric }) {
  const line = useLiveWriter<HTMLDivElement>((element) => lineWriter(element, metric), [metric]);
  return (
    <div ref={line} className="line">
      <dt className="line-name">{metric.short}</dt>
      <dd className="line-value">
        <span className="reading" />
        <span className="unit text-muted text-note" />
        <span className="sr-only" />
      </dd>
      <dd className="line-verdict">
        <span className="sign" aria-hidden="true" />
        <span className="word" />
      </dd>
    </div>
  );
}

function lineWriter(line: HTMLElement, metric: PanelMetric): Writer {
  const value = textOf(line, ".reading");
  const verdict = verdictWriter(line, metric);
  const rest = restWriter(line, metric);
  let last: LiveNumber | undefined;
  let first = true;
  return (live) => {
    const said = saidOf(live, metric);
    const value_same = said?.value === last?.value;
    const rest_same = said?.usual === last?.usual && said?.reason === last?.reason;
    if (first || !value_same) value(valueText(metric, said));
    if (first || !value_same || !rest_same) verdict(said);
    if (first || !rest_same || hasValue(said) !== hasValue(last)) rest(said);
    first = false;
    last = said;
  };
}

function verdictWriter(line: HTMLElement, metric: PanelMetric) {
  const verdict = partOf(line, ".line-verdict");
  const sign = textOf(line, ".sign");
  const word = textOf(line, ".word");
  let tone = "";
  return (said: LiveNumber | undefined) => {
    const found = verdictOf(metric, said);
    sign(found.sign);
    word(found.word);
    if (found.tone !== tone) verdict.dataset.tone = found.tone;
    tone = found.tone;
  };
}

/** Writes what stays as it is while a value changes. */
function restWriter(line: HTMLElement, metric: PanelMetric) {
  const unit = textOf(line, ".unit");
  const missing = textOf(line, ".sr-only");
  return (said: LiveNumber | undefined) => {
    unit(unitText(metric, said));
    missing(missingText(said));
    line.title = explained(metric, said);
  };
}

function hasValue(said: LiveNumber | undefined): boolean {
  return said !== undefined && said.value !== null;
}
