import type { Result } from "../api/types";

const LOOK: Record<Result, { sign: string; word: string; colour: string }> = {
  win: { sign: "▲", word: "Win", colour: "text-good" },
  loss: { sign: "▼", word: "Loss", colour: "text-bad" },
};

/** How a match ended for the reader, by sign, word and colour. */
export function ResultMark({ result }: { result: Result }) {
  const { sign, word, colour } = LOOK[result];
  return (
    <span className={`inline-flex items-center gap-1.5 font-semibold ${colour}`}>
      <span aria-hidden="true" className="text-[0.7em]">
        {sign}
      </span>
      {word}
    </span>
  );
}
