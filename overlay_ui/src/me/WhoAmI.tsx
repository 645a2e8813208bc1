import { useState } from "react";
import { useInfo } from "../api/queries";
import { AccountChoice } from "./AccountChoice";

const LATER = "rockettrainer.who.later";

/** Asks once which player the reader is, as soon as there is somebody to choose. */
export function WhoAmI() {
  const { data: info } = useInfo();
  const [later, setLater] = useState(() => sessionStorage.getItem(LATER) === "yes");
  if (!info || info.me?.guessed === false || info.store.matches === 0 || later) return null;
  return (
    <section aria-labelledby="who" className="panel mb-5 border-accent/50 p-5">
      <h2 id="who" className="text-lead">
        Which player are you?
      </h2>
      <p className="mt-0.5 mb-4 text-muted text-small">
        Then wins and losses, trends and comparisons are yours. Choose several if you have several
        accounts. Ticked is our guess: whoever recorded most of these replays.
      </p>
      <AccountChoice
        chosen={info.me?.ids ?? null}
        otherwise={
          <button
            type="button"
            className="button"
            onClick={() => {
              sessionStorage.setItem(LATER, "yes");
              setLater(true);
            }}
          >
            Not now
          </button>
        }
      />
    </section>
  );
}
