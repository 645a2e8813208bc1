import { useSyncExternalStore } from "react";

/** A place in the page. It lives behind the `#`, so the server needs to know one address only. */
export interface Route {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

let seen = "";
let route: Route = routeOf("");

export function routeOf(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  return { path: path.split("/").filter(Boolean), query: new URLSearchParams(query) };
}

/** An address within the page; absent and empty values are left out. */
export function address(path: string, query: Record<string, string | undefined> = {}): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]);
  const search = new URLSearchParams(given).toString();
  return `#/${path}${search ? `?${search}` : ""}`;
}

/** Changes the address without a step in the history, as for each letter of a search. */
export function replaceAddress(next: string): void {
  history.replaceState(null, "", next);
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}

export function useRoute(): Route {
  return useSyncExternalStore(subscribe, current);
}

function current(): Route {
  if (location.hash !== seen) {
    seen = location.hash;
    route = routeOf(seen);
  }
  return route;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}
