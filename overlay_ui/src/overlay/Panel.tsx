/** @jsxImportSource preact */
import { SOURCE_NAME, unseenWords } from "../live/words";
import { Momentum } from "./Momentum";
import { NumberLine } from "./NumberLine";
import { ROWS, type Scene } from "./scene";
import { useLive } from "./useLive";
import { gapWord, NO_SIGNAL, PAUSED, phaseWord } from "./words";

/** The numbers, and what goes with them in a scene. */
export function Panel({ scene }: { scene: Scene }) {
  const metrics = useLive((live) => live.metrics);
  const lines = metrics.slice(0, ROWS[scene]);
  const mini = scene === "mini";
  return (
    <>
      {mini ? <Trouble /> : <Heading />}
      {scene === "replay" && <Advice className="text-balance text-body leading-snug" />}
      <dl>
        {lines.map((metric) => (
          <NumberLine key={metric.key} metric={metric} />
        ))}
        {!mini && <Momentum />}
      </dl>
      {scene === "full" && (
        <Advice className="line-clamp-2 text-label leading-tight [font-stretch:90%]" />
      )}
      {!mini && <Limits />}
    </>
  );
}

/** Where the numbers come from, and what the game does. */
function Heading() {
  const source = useLive(({ state }) => state?.source ?? null);
  const phase = useLive(phaseWord);
  return (
    <div className="flex items-center justify-between gap-2 text-muted text-note">
      <span className="flex items-center gap-1.5 font-semibold">
        <span aria-hidden="true" className="lamp" data-on={phase !== NO_SIGNAL} />
        {source ? SOURCE_NAME[source] : "No source"}
      </span>
      <span className="flex gap-2">
        <Gap />
        {phase && <span className={phase === NO_SIGNAL ? "text-warn" : "text-text"}>{phase}</span>}
      </span>
    </div>
  );
}

/** During play, only what is wrong has a line. */
function Trouble() {
  const phase = useLive(phaseWord);
  const gap = useLive(gapWord);
  const wrong = phase === NO_SIGNAL || phase === PAUSED ? phase : "";
  if (!gap && !wrong) return null;
  return (
    <div className="flex justify-between gap-2 text-note text-warn">
      <span>{wrong}</span>
      <Gap />
    </div>
  );
}

function Gap() {
  const gap = useLive(gapWord);
  if (!gap) return null;
  return (
    <span className="text-warn" title="The source was away; the numbers are of the rest.">
      <span aria-hidden="true">! </span>
      {gap}
    </span>
  );
}

function Advice({ className }: { className: string }) {
  const text = unbroken(useLive(({ state }) => state?.advice?.text ?? ""));
  if (!text) return null;
  return (
    <p className={className} title={text}>
      <span aria-hidden="true" className="text-accent">
        →{" "}
      </span>
      {text}
    </p>
  );
}

/** Keeps a number and its unit on one line. */
function unbroken(text: string): string {
  return text.replace(/(\d) (?=%|uu|s\b)/g, "$1\u00a0");
}

/** What is wrong with the source, else what it cannot see. */
function Limits() {
  const warning = useLive(({ state }) => state?.warning ?? "");
  const unseen = useLive(({ state }) => unseenWords(state?.unseen ?? []));
  const text = warning || (unseen && `Not seen: ${unseen}`);
  if (!text) return null;
  return (
    <p
      className={`truncate text-note [font-stretch:90%] ${warning ? "text-warn" : "text-muted"}`}
      title={text}
    >
      {text}
    </p>
  );
}
