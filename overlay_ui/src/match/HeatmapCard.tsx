import { useEffect, useRef } from "react";
import { useHeatmap } from "../api/queries";
import type { Heatmap, MatchDetail, MatchPlayer } from "../api/types";
import { Field } from "../field/Field";
import { FRAME, WALLS } from "../field/geometry";
import { shownName } from "../name";
import { PlayerName } from "../parts/PlayerName";
import { SIDE_TEXT, TeamMark } from "../parts/TeamMark";
import { halves, heatImage } from "./heat";
import { sideOf } from "./roster";

interface Props {
  readonly match: MatchDetail;
  /** null for the ball. */
  readonly player: MatchPlayer | null;
}

/** One heat map with the name of whom it shows. */
export function HeatmapCard({ match, player }: Props) {
  const map = useHeatmap(match.id, player?.id ?? "ball");
  const team = sideOf(player?.team);
  return (
    <li className="min-w-0 rounded-small border border-line bg-canvas p-3">
      <p className="mb-2 flex items-baseline justify-between gap-2 text-small">
        <span className={`flex min-w-0 items-baseline gap-1.5 ${team ? SIDE_TEXT[team] : ""}`}>
          {team && <TeamMark side={team} named />}
          {player ? <PlayerName name={player.name} isMe={player.is_me} /> : "The ball"}
        </span>
        {map.data && <Halves map={map.data} />}
      </p>
      {map.data ? (
        <Picture map={map.data} name={player ? shownName(player.name) : "the ball"} />
      ) : (
        <div className="relative">
          <Field />
          {map.isError && (
            <p className="absolute inset-0 grid place-items-center text-faint text-small">
              {map.error.message}
            </p>
          )}
        </div>
      )}
    </li>
  );
}

function Halves({ map }: { map: Heatmap }) {
  const [blue, orange] = halves(map).map((share) => Math.round(share * 100));
  return (
    <span className="numbers shrink-0 text-faint">
      <span className="sr-only">
        In blue's half {blue} %, in orange's half {orange} %
      </span>
      <span aria-hidden="true">
        {blue} | {orange} %
      </span>
    </span>
  );
}

function Picture({ map, name }: { map: Heatmap; name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) paint(canvas.current, map);
  }, [map]);
  return (
    <div className="relative">
      <canvas
        ref={canvas}
        width={FRAME.width / 10}
        height={FRAME.height / 10}
        role="img"
        aria-label={`Heat map of ${name}`}
        className="absolute inset-0 size-full"
      />
      <div className="relative">
        <Field clear />
      </div>
    </div>
  );
}

/** Draws the cells where they belong, smoothly, and nothing outside the walls. */
function paint(canvas: HTMLCanvasElement, map: Heatmap): void {
  const context = canvas.getContext("2d");
  const cells = document.createElement("canvas");
  const image = heatImage(map);
  cells.width = image.width;
  cells.height = image.height;
  cells.getContext("2d")?.putImageData(image, 0, 0);
  const [top = 0, bottom = 0] = [map.x_edges[0], map.x_edges.at(-1)];
  const [left = 0, right = 0] = [map.y_edges[0], map.y_edges.at(-1)];
  if (!context) return;
  const scale = canvas.width / FRAME.width;
  context.setTransform(scale, 0, 0, scale, -FRAME.x * scale, -FRAME.y * scale);
  context.clip(new Path2D(WALLS));
  context.imageSmoothingQuality = "high";
  context.drawImage(cells, left, top, right - left, bottom - top);
}
