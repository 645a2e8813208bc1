import { useSyncExternalStore } from "react";
import { replaceAddress } from "../route";
import { asProblem, type Problem, problemFrom, UNREACHABLE } from "./problem";

const KEY = "rockettrainer.token";
/** Where a one-time link may lead. */
const START = /^#\/(start|summary)\?code=([^&]+)/;

type SessionState =
  | { readonly kind: "open"; readonly token: string }
  | { readonly kind: "opening" }
  | { readonly kind: "closed"; readonly problem: Problem | null };

let state: SessionState = stored();
const listeners = new Set<() => void>();

/** The token that proves that this page was opened by the person at this computer. */
export function token(): string | null {
  return state.kind === "open" ? state.token : null;
}

/** Whether there is a session, for components. */
export function useSession(): SessionState {
  return useSyncExternalStore(subscribe, () => state);
}

/** The code of a one-time link, or of a code alone; null if the text holds none. */
export function codeIn(said: string): string | null {
  const hash = said.includes("#") ? said.slice(said.indexOf("#")) : `#/start?code=${said.trim()}`;
  const code = START.exec(hash)?.[2];
  return code ? decodeURIComponent(code) : null;
}

/** Trades the code in the address for a token, and takes it out of address and history at once. */
export function openFromAddress(): void {
  const place = START.exec(location.hash)?.[1];
  if (!place) return;
  const code = codeIn(location.hash);
  replaceAddress(`${location.pathname}#/${place === "summary" ? place : ""}`);
  if (code) void open(code);
}

/** Trades a code for a token. */
export async function open(code: string): Promise<void> {
  become({ kind: "opening" });
  try {
    const answer = await fetch("/api/v1/session", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code }),
    }).catch(() => Promise.reject(UNREACHABLE));
    const body: unknown = await answer.json().catch(() => null);
    if (!answer.ok) throw problemFrom(answer.status, body);
    keep((body as { token: string }).token);
  } catch (error) {
    become({ kind: "closed", problem: asProblem(error) });
  }
}

/** Forgets a token that the server no longer knows. */
export function close(problem: Problem | null): void {
  sessionStorage.removeItem(KEY);
  become({ kind: "closed", problem });
}

function keep(fresh: string): void {
  sessionStorage.setItem(KEY, fresh);
  become({ kind: "open", token: fresh });
}

function stored(): SessionState {
  const kept = sessionStorage.getItem(KEY);
  return kept ? { kind: "open", token: kept } : { kind: "closed", problem: null };
}

function become(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
