import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import type { NewSettings, Reference, Visibility } from "./types";

export function useSettings() {
  return useQuery({ queryKey: ["settings"], queryFn: () => body(api.GET("/api/v1/settings")) });
}

/** Chooses some settings anew; what is left out stays. */
export function useSaveSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: NewSettings) => body(api.PUT("/api/v1/settings", { body: wanted })),
    onSuccess: (settings) => {
      client.setQueryData(["settings"], settings);
      void client.invalidateQueries({ queryKey: ["info"] });
    },
  });
}

/** Hands the token of ballchasing.com to the system's keyring; the page does not keep it. */
export function useSaveToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (token: string) =>
      body(api.PUT("/api/v1/import/ballchasing/token", { body: { token } })),
    // The mutation would hold on to what it was given.
    gcTime: 0,
    onSuccess: () => client.invalidateQueries({ queryKey: ["settings"] }),
  });
}

export function useForgetToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => body(api.DELETE("/api/v1/import/ballchasing/token")),
    onSuccess: () => client.invalidateQueries({ queryKey: ["settings"] }),
  });
}

/** Asks ballchasing.com whose token it is. */
export function useCheckToken() {
  return useMutation({ mutationFn: () => body(api.GET("/api/v1/import/ballchasing/account")) });
}

export function useFetchReplays() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: Reference) =>
      body(api.POST("/api/v1/import/ballchasing", { body: wanted })),
    onSettled: () => client.invalidateQueries({ queryKey: ["jobs"] }),
  });
}

export function useShareMatch(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (visibility: Visibility) =>
      body(
        api.POST("/api/v1/replays/{match_id}/ballchasing", {
          params: { path: { match_id: id } },
          body: { visibility },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ["jobs"] }),
  });
}
