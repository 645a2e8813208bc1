/** @jsxImportSource preact */
import "./overlay.css";
import { render } from "preact";
import { LiveFeed } from "../live/feed";
import { connect } from "../live/socket";
import { Overlay } from "./Overlay";
import { changed, parametersOf } from "./parameters";
import { Feed } from "./useLive";

const KEPT = "rockettrainer.view";

const feed = new LiveFeed();
let leave: (() => void) | null = null;

/** Takes the key out of the address, keeps it for a reload, and connects with it. */
function enter(): void {
  const { key } = parametersOf(location.hash);
  if (key) {
    sessionStorage.setItem(KEPT, key);
    history.replaceState(null, "", changed(location.hash, {}));
  }
  if (leave && !key) return;
  leave?.();
  const kept = sessionStorage.getItem(KEPT);
  if (kept) leave = connect(feed, kept);
  else feed.connected("refused");
}

enter();
window.addEventListener("hashchange", enter);
const root = document.getElementById("root");
if (root)
  render(
    <Feed.Provider value={feed}>
      <Overlay />
    </Feed.Provider>,
    root,
  );
