import type { Source } from "./messages";

export const SOURCE_NAME: Record<Source, string> = { plugin: "Plugin", stats_api: "Stats API" };

export const KIND_NAME: Record<string, string> = {
  freeplay: "Free play",
  custom_training: "Custom training",
  bots: "Match with bots",
  lan: "LAN match",
  replay: "Replay",
  online: "Online match",
};

/** What a source may not see, in few words. */
const UNSEEN: Record<string, string> = {
  boost: "others’ boost",
  pads: "boost pads",
  ball_team: "touches",
  controls: "stick",
};

/** What a source cannot see, each in a word or two. */
export function unseenWords(unseen: readonly string[]): string {
  return unseen.map((one) => UNSEEN[one] ?? one.replaceAll("_", " ")).join(", ");
}
