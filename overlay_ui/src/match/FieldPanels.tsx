import type { MatchDetail } from "../api/types";
import { HeatmapPanel } from "./HeatmapPanel";
import { PadPanel } from "./PadPanel";

export function FieldPanels({ match }: { match: MatchDetail }) {
  return (
    <>
      <HeatmapPanel match={match} />
      <PadPanel match={match} />
    </>
  );
}
