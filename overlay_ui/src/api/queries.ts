import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { api, body } from "./client";
import type { Job, Result } from "./types";

/** What the list of matches is narrowed to; absent means everything. */
export interface MatchFilter {
  readonly q?: string | undefined;
  readonly playlist?: string | undefined;
  readonly result?: Result | undefined;
  /** First day, YYYY-MM-DD. */
  readonly from?: string | undefined;
  /** Last day. */
  readonly to?: string | undefined;
}

const PAGE = 25;
const OPEN_JOBS_MS = 3_000;

export function useInfo() {
  return useQuery({ queryKey: ["info"], queryFn: () => body(api.GET("/api/v1/info")) });
}

export function useMetrics() {
  return useQuery({
    queryKey: ["metrics"],
    queryFn: () => body(api.GET("/api/v1/metrics")),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useMatches(filter: MatchFilter) {
  return useInfiniteQuery({
    queryKey: ["matches", filter],
    queryFn: ({ pageParam }) =>
      body(
        api.GET("/api/v1/replays/recent", {
          params: { query: { ...filter, limit: PAGE, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

export function matchQuery(id: number) {
  return queryOptions({
    queryKey: ["match", id],
    queryFn: () =>
      body(api.GET("/api/v1/replays/{match_id}", { params: { path: { match_id: id } } })),
    staleTime: 60_000,
  });
}

export function useSeries(id: number, hz: number) {
  return useQuery({
    queryKey: ["series", id, hz],
    queryFn: () =>
      body(
        api.GET("/api/v1/replays/{match_id}/series", {
          params: { path: { match_id: id }, query: { columns: "boost,speed", hz } },
        }),
      ),
    staleTime: 600_000,
  });
}

export function useHeatmap(id: number, player: string, bins = 48) {
  return useQuery({
    queryKey: ["heatmap", id, player, bins],
    queryFn: () =>
      body(
        api.GET("/api/v1/replays/{match_id}/heatmap", {
          params: { path: { match_id: id }, query: { player, bins } },
        }),
      ),
    staleTime: 600_000,
  });
}

export function useStats() {
  return useQuery({ queryKey: ["stats"], queryFn: () => body(api.GET("/api/v1/users/stats")) });
}

export function useProgress(metric: string, last: number, playlist: string | undefined) {
  return useQuery({
    queryKey: ["progress", metric, last, playlist ?? ""],
    queryFn: () =>
      body(
        api.GET("/api/v1/analytics/progress", {
          params: { query: { metric, last, ...(playlist && { playlist }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function useCandidates(enabled: boolean) {
  return useQuery({
    queryKey: ["candidates"],
    queryFn: () => body(api.GET("/api/v1/users/candidates")),
    enabled,
  });
}

/** Says which accounts are the reader's; every result and trend follows from it. */
export function useSetMe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[]) => body(api.PUT("/api/v1/users/me", { body: { player_ids: ids } })),
    onSuccess: () => client.invalidateQueries(),
  });
}

/** Whether a job waits or runs. */
export function isOpen(job: Job): boolean {
  return job.state === "ready" || job.state === "leased";
}

export function useJobs() {
  return useQuery({
    queryKey: ["jobs"],
    queryFn: () => body(api.GET("/api/v1/jobs")),
    // News may overtake an answer that is on its way and older; while work goes on, ask again.
    refetchInterval: ({ state }) => (state.data?.some(isOpen) ? OPEN_JOBS_MS : false),
  });
}

export function useRetryJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) =>
      body(api.POST("/api/v1/jobs/{job_id}/retry", { params: { path: { job_id: id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ["jobs"] }),
  });
}

export function useCancelJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) =>
      body(api.POST("/api/v1/jobs/{job_id}/cancel", { params: { path: { job_id: id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ["jobs"] }),
  });
}

/** Measures a match anew, as when this version of the program measures otherwise. */
export function useReanalyse() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) =>
      body(
        api.POST("/api/v1/replays/{match_id}/reanalyse", { params: { path: { match_id: id } } }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ["jobs"] }),
  });
}

export function useDeleteMatch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) =>
      body(api.DELETE("/api/v1/replays/{match_id}", { params: { path: { match_id: id } } })),
    onSuccess: () => client.invalidateQueries(),
  });
}
