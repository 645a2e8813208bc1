import type { MatchDetail, MatchEvent, MatchPlayer, Metric } from "../src/api/types";

export function player(id: string, team: "blue" | "orange", given: Partial<MatchPlayer> = {}) {
  return {
    id,
    name: id,
    team,
    bot: false,
    is_me: false,
    score: 0,
    goals: 0,
    car: { body_id: null, name: null, hitbox: null },
    spans_s: [],
    metrics: {},
    missing: {},
    ...given,
  } satisfies MatchPlayer;
}

export function event(kind: MatchEvent["kind"], given: Partial<MatchEvent> = {}): MatchEvent {
  const none = { player: null, other: null, detail: null, value: null, position: null };
  return { kind, time_s: 0, match_s: 0, ...none, ...given };
}

export function match(given: Partial<MatchDetail> = {}): MatchDetail {
  return {
    id: 1,
    name: null,
    date: "2026-01-28T21:00:42+00:00",
    playlist: { key: "private", name: "Private Match" },
    map: { code: "cs_p", name: "Champions Field" },
    team_size: 1,
    score: [1, 0],
    overtime: false,
    forfeit: false,
    duration_s: 300,
    result: null,
    my_team: null,
    source: "replay",
    warnings_count: 0,
    build: null,
    mode: "soccar",
    sees: [],
    players: [player("ann", "blue"), player("bob", "orange")],
    teams: [
      { name: "blue", metrics: {}, missing: {} },
      { name: "orange", metrics: {}, missing: {} },
    ],
    events: [],
    warnings: [],
    analyser: "test",
    outdated: false,
    original: true,
    file_name: null,
    frames: { available: true, count: 1, bytes: 1 },
    ...given,
  };
}

export function metric(key: string, given: Partial<Metric> = {}): Metric {
  return {
    key,
    name: key,
    family: "boost",
    skill: "game sense",
    unit: "",
    low: 0,
    high: null,
    better: "neither",
    definition: "What it is.",
    source: "",
    team: "sum",
    ballchasing: null,
    ...given,
  };
}
