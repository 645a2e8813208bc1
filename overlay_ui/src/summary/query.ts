import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, body } from "../api/client";
import { Problem } from "../api/problem";
import { useSession } from "../api/session";
import type { LiveSummary } from "../api/types";
import { LiveFeed } from "../live/feed";
import { connect } from "../live/socket";

const KEY = ["summary"];

/** The last game that was watched; null if none was. */
export function useSummary() {
  return useQuery({ queryKey: KEY, queryFn: lastGame });
}

async function lastGame(): Promise<LiveSummary | null> {
  try {
    return await body(api.GET("/api/v1/live/last"));
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return null;
    throw error;
  }
}

/** Reads the summary anew when another game has ended. */
export function useNextEnd(): void {
  const session = useSession();
  const token = session.kind === "open" ? session.token : null;
  const client = useQueryClient();
  useEffect(() => {
    if (!token) return;
    const feed = new LiveFeed();
    let seen = feed.get().ended;
    const stop = feed.watch(({ ended }) => {
      if (ended === seen) return;
      seen = ended;
      void client.invalidateQueries({ queryKey: KEY });
    });
    const hangUp = connect(feed, token);
    return () => {
      stop();
      hangUp();
    };
  }, [token, client]);
}
