import type { Finding } from "../api/types";
import { counted, measure } from "../format";

/** Room above the larger of the two, so that neither fills the bar. */
const ROOM = 1.15;

/** Where value and usual value lie on a bar, in percent; null where a bar from zero says nothing. */
export function barOf({ value, usual, unit }: Finding): { value: number; usual: number } | null {
  if (usual === null || value < 0 || usual < 0) return null;
  const roomy = Math.max(value, usual) * ROOM;
  const full = unit === "%" ? Math.min(100, roomy) : roomy;
  return full > 0 ? { value: (value / full) * 100, usual: (usual / full) * 100 } : null;
}

/** The usual value and what it is worth: "usual of 14 matches: 38.0 %". */
export function usualText({ usual, usual_matches, unit }: Finding): string {
  if (usual !== null)
    return `Usual of ${counted(usual_matches, "match", "matches")}: ${measure(usual, unit)}`;
  if (usual_matches === 0) return "Measured for the first time; there is no usual value yet.";
  return `Too few matches for a usual value yet: ${usual_matches}.`;
}
