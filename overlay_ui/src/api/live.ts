import type { QueryClient } from "@tanstack/react-query";
import { lasting } from "../lasting";
import { announce } from "../shell/announce";
import { api } from "./client";
import { createStore } from "./store";
import type { Job } from "./types";

/** What a match that comes or goes has a part in. */
const LISTS = ["matches", "info", "stats", "progress", "candidates", "summary"];

/** Whether news arrive by themselves at the moment. */
export const liveStatus = createStore<"connecting" | "live" | "lost">("connecting");

/** Matches that arrived while the page was open; lists mark them. */
export const arrivals = createStore<ReadonlySet<number>>(new Set());

/** Listens for what happens on the server until told to stop, through any number of cuts. */
export function listen(token: string, client: QueryClient): () => void {
  return lasting("/api/v1/events", token, {
    opened: (again) => {
      // What happened during a cut is not repeated, so everything is read again.
      if (again) void client.invalidateQueries();
      liveStatus.set("live");
    },
    heard: (data) => receive(client, data),
    cut: async (opened) => {
      liveStatus.set("lost");
      // A server started anew does not know the token; then this closes the session, and says so.
      if (!opened) await api.GET("/api/v1/info").catch(() => undefined);
      return undefined;
    },
  });
}

/** Takes one message from the server; what it does not know it leaves alone. */
export function receive(client: QueryClient, data: unknown): void {
  const news = parsed(data);
  switch (news?.type) {
    case "job":
      rememberJob(client, news.job as Job);
      break;
    case "match_added":
      arrivals.set(new Set([...arrivals.get(), Number(news.match_id)]));
      renew(client, LISTS);
      announce("A new match was added.");
      break;
    case "match_changed":
      renew(client, [...LISTS, "match", "series", "heatmap"]);
      break;
    case "match_deleted":
      renew(client, LISTS);
      break;
    case "gap":
      void client.invalidateQueries();
  }
}

function renew(client: QueryClient, keys: readonly string[]): void {
  for (const key of keys) void client.invalidateQueries({ queryKey: [key] });
}

function rememberJob(client: QueryClient, job: Job): void {
  client.setQueryData<Job[]>(["jobs"], (jobs = []) => {
    const others = jobs.filter((known) => known.id !== job.id);
    return [job, ...others].sort((one, two) => two.id - one.id);
  });
}

function parsed(data: unknown): Record<string, unknown> | null {
  if (typeof data !== "string") return null;
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
