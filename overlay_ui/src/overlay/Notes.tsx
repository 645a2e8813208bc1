/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import type { Live } from "../live/feed";
import { SOURCE_NAME } from "../live/words";
import { useLive } from "./useLive";

function Note({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div className="flex flex-col gap-1 text-label" role="status">
      <p className="font-semibold">{title}</p>
      {children}
    </div>
  );
}

/** The server is gone. */
export function Lost() {
  return (
    <Note title="RocketTrainer does not answer">
      <p className="text-muted">Is it running? This card comes back by itself once it is.</p>
    </Note>
  );
}

/** The server is there, but does not let this page in. */
export function Refused() {
  return (
    <Note title="This address is not valid any more">
      <p className="text-muted">
        Open the overlay from RocketTrainer again, or copy its new address from there.
      </p>
    </Note>
  );
}

/** The game is there, and nothing is played yet. */
export function Ready() {
  const source = useLive(({ state }) => state?.source ?? null);
  const joined = useLive(({ state }) => state?.kind != null);
  const warning = useLive(({ state }) => state?.warning ?? "");
  return (
    <Note title={`${source ? SOURCE_NAME[source] : "Game"} connected`}>
      <p className="text-muted">
        {joined
          ? "The numbers begin with the kick-off."
          : "Start a match or free play. The numbers come by themselves."}
      </p>
      {warning && <p className="text-warn">{warning}</p>}
    </Note>
  );
}

/** There is no game. */
export function Waiting() {
  return (
    <Note title="Waiting for Rocket League">
      <ul className="flex flex-col gap-1 text-muted">
        <li>
          <b className="font-semibold text-text">Plugin:</b> for training and play offline, start
          the game with BakkesMod.
        </li>
        <li>
          <b className="font-semibold text-text">Stats API:</b> for play online, run{" "}
          <span className="text-text">rockettrainer setup stats-api</span> once.
        </li>
      </ul>
    </Note>
  );
}

/** The match is over; from here on the summary speaks. */
export function Ended() {
  const result = useLive(resultText);
  return (
    <Note title={result}>
      <p className="text-muted">Its summary is in RocketTrainer.</p>
    </Note>
  );
}

/** How the match went for the player: "You won 3–2". */
export function resultText({ state }: Live): string {
  if (!state?.score) return "The match is over";
  const [blue, orange] = state.score;
  const team = state.me?.team;
  if ((team !== 0 && team !== 1) || blue === orange) return `The match is over, ${blue}–${orange}`;
  const [own, other] = team === 0 ? [blue, orange] : [orange, blue];
  return `You ${own > other ? "won" : "lost"} ${own}–${other}`;
}
