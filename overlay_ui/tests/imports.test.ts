import { QueryClient } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { arrivals, receive } from "../src/api/live";
import { asProblem, Problem, problemFrom } from "../src/api/problem";
import type { Job } from "../src/api/types";
import { refusal, type Upload } from "../src/api/uploads";
import { stage } from "../src/matches/UploadList";
import { whyFailed } from "../src/shell/JobList";

const JOB: Job = {
  id: 7,
  kind: "import",
  key: "ab",
  name: null,
  state: "leased",
  progress: { done: 1, total: 4, text: "measuring" },
  attempts: 1,
  error: null,
  error_kind: null,
  hint: null,
  match_id: null,
  link: null,
  outcome: null,
  created: "2026-01-28T21:00:42+00:00",
  updated: "2026-01-28T21:00:42+00:00",
};
const FILE: Upload = {
  id: 1,
  name: "a.replay",
  bytes: 10,
  state: "sent",
  sent: 1,
  jobId: 7,
  matchId: null,
  problem: null,
};

test("news of a job stand in the list at once, in place of older ones", () => {
  const client = new QueryClient();
  receive(client, JSON.stringify({ type: "job", job: JOB }));
  receive(client, JSON.stringify({ type: "job", job: { ...JOB, state: "done" } }));
  expect(client.getQueryData<Job[]>(["jobs"])).toMatchObject([{ id: 7, state: "done" }]);
});

test("a new match renews the lists and is marked", () => {
  const client = new QueryClient();
  const renew = vi.spyOn(client, "invalidateQueries");
  receive(client, '{"type":"match_added","match_id":12}');
  expect(arrivals.get().has(12)).toBe(true);
  expect(renew).toHaveBeenCalledWith({ queryKey: ["matches"] });
});

test("what is no news changes nothing", () => {
  const client = new QueryClient();
  for (const odd of ["{", "[]", "null", '{"type":"new in a later version"}', 5])
    receive(client, odd);
  expect(client.getQueryCache().getAll()).toEqual([]);
});

test("a file goes from sending over measuring to its match", () => {
  expect(stage({ ...FILE, state: "sending", sent: 0.5 }, [])).toMatchObject({ share: 0.5 });
  expect(stage(FILE, [])).toMatchObject({ word: "in the queue", ended: false });
  expect(stage(FILE, [JOB])).toMatchObject({ word: "measuring", share: 0.25 });
  const done: Job = { ...JOB, state: "done", match_id: 3 };
  expect(stage(FILE, [done])).toMatchObject({ word: "added", ended: true, matchId: 3 });
  expect(stage({ ...FILE, matchId: 3 }, [])).toMatchObject({ word: "already here", ended: true });
});

test("a failure says why and what to do", () => {
  const dead: Job = { ...JOB, state: "dead", error: "the end is missing", hint: "Save it again." };
  expect(whyFailed(dead)).toBe("The end is missing. Save it again.");
  expect(stage(FILE, [dead])).toMatchObject({ word: "failed", ended: true });
});

test("a file that is no replay is not even sent", () => {
  expect(refusal({ name: "a.txt", size: 1 })?.hint).toContain(".replay");
  expect(refusal({ name: "a.replay", size: 65 * 1024 * 1024 })?.title).toBe("Too large");
  expect(refusal({ name: "A.REPLAY", size: 1 })).toBeNull();
});

test("every error becomes a problem with words", () => {
  const said = problemFrom(422, { title: "Refused", detail: "It is cut.", hint: "Save it again." });
  expect(said).toMatchObject({ title: "Refused", message: "It is cut.", hint: "Save it again." });
  expect(problemFrom(500, "<html>").title).toBe("The server refused");
  expect(asProblem(new TypeError("fetch failed")).status).toBe(0);
  expect(asProblem(new Error("x"))).toBeInstanceOf(Problem);
});
