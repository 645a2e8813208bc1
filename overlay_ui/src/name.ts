const LONGEST = 32;
const LONGEST_FILE = 60;
const MARKS_A_LETTER = 2;

/** Controls, line breaks, private use, and everything that turns the writing direction. */
const UNWANTED = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
const LETTER_WITH_MARKS = /(\P{M}?)(\p{M}+)/gu;

/**
 * A name as it may be shown. Whoever plays chooses it, so it is taken for hostile: it stays text,
 * keeps its direction to itself, and is of bounded length and height.
 */
export function shownName(name: string, longest = LONGEST): string {
  const plain = name
    .slice(0, longest * 16)
    .normalize("NFC")
    .replace(UNWANTED, "")
    .replace(LETTER_WITH_MARKS, (_, letter: string, marks: string) => {
      return letter + [...marks].slice(0, MARKS_A_LETTER).join("");
    })
    .trim();
  if (plain === "") return "(no name)";
  const letters = Array.from(new Intl.Segmenter().segment(plain), (part) => part.segment);
  return letters.length > longest ? `${letters.slice(0, longest - 1).join("")}…` : plain;
}

/** A file's name, which is as much a stranger's as a player's. */
export function shownFile(name: string): string {
  return shownName(name, LONGEST_FILE);
}
