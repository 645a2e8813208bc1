import type { Stats } from "../api/types";
import { counted } from "../format";

/** Wins and losses in all matches. */
export function RecordStrip({ stats }: { stats: Stats }) {
  if (stats.matches === 0) return null;
  const { wins, losses, streak } = stats;
  return (
    <p className="numbers flex flex-wrap gap-x-4 text-small">
      <span className="text-faint">{counted(stats.matches, "match", "matches")}</span>
      <span className="text-good">▲ {counted(wins, "win", "wins")}</span>
      <span className="text-bad">▼ {counted(losses, "loss", "losses")}</span>
      {Math.abs(streak) > 1 && (
        <span className="text-muted">
          {Math.abs(streak)} {streak > 0 ? "wins" : "losses"} in a row
        </span>
      )}
    </p>
  );
}
