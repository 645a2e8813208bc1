import type { MatchDetail, MatchPlayer, Side } from "../api/types";

/** The players of one side, in the order of the match. */
export function side(match: MatchDetail, team: Side): MatchPlayer[] {
  return match.players.filter((player) => player.team === team);
}

export function byId(match: MatchDetail, id: string | null): MatchPlayer | undefined {
  return id === null ? undefined : match.players.find((player) => player.id === id);
}

export function sideOf(team: string | undefined): Side | null {
  return team === "blue" || team === "orange" ? team : null;
}
