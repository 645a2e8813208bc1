import type { QueryClient } from "@tanstack/react-query";
import { asProblem, Problem, problemFrom, UNREACHABLE } from "./problem";
import { close, token } from "./session";
import { createStore } from "./store";

const LARGEST_BYTES = 64 * 1024 * 1024;
const AT_ONCE = 2;

export interface Upload {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
  readonly state: "waiting" | "sending" | "sent" | "failed";
  /** Share of the file that is on the server, 0 to 1. */
  readonly sent: number;
  readonly jobId: number | null;
  /** Set when the server has had this match before. */
  readonly matchId: number | null;
  readonly problem: Problem | null;
}

/** Files given to the page since it was opened, the latest first. */
export const uploads = createStore<readonly Upload[]>([]);

const waiting: { id: number; file: File }[] = [];
let running = 0;
let last = 0;

/** Sends some files, a few at a time. */
export function upload(files: Iterable<File>, client: QueryClient): void {
  for (const file of files) {
    const id = ++last;
    const problem = refusal(file);
    const entry: Upload = {
      id,
      name: file.name,
      bytes: file.size,
      state: problem ? "failed" : "waiting",
      sent: 0,
      jobId: null,
      matchId: null,
      problem,
    };
    uploads.set([entry, ...uploads.get()]);
    if (!problem) waiting.push({ id, file });
  }
  sendNext(client);
}

/** Takes what has ended off the list. */
export function forgetEnded(): void {
  uploads.set(uploads.get().filter((one) => one.state === "waiting" || one.state === "sending"));
}

/** Why a file need not even be sent; null if it should be. */
export function refusal(file: { name: string; size: number }): Problem | null {
  if (!file.name.toLowerCase().endsWith(".replay"))
    return new Problem("Not a replay", 0, undefined, "Choose files that end in .replay.");
  if (file.size > LARGEST_BYTES)
    return new Problem("Too large", 0, "A replay has 64 MB at most.", "Is this really a replay?");
  return null;
}

function sendNext(client: QueryClient): void {
  while (running < AT_ONCE) {
    const next = waiting.shift();
    if (!next) return;
    running += 1;
    void send(next.id, next.file).then(() => {
      running -= 1;
      void client.invalidateQueries({ queryKey: ["jobs"] });
      sendNext(client);
    });
  }
}

async function send(id: number, file: File): Promise<void> {
  change(id, { state: "sending" });
  try {
    const answer = await post(file, (sent) => change(id, { sent }));
    change(id, { state: "sent", sent: 1, jobId: answer.job_id, matchId: answer.match_id });
  } catch (error) {
    change(id, { state: "failed", problem: asProblem(error) });
  }
}

interface Answer {
  readonly job_id: number | null;
  readonly match_id: number | null;
}

/** Posts a file; `fetch` cannot say how much of a body is sent, so this does not use it. */
function post(file: File, progress: (share: number) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/v1/replays/upload");
    request.setRequestHeader("authorization", `Bearer ${token() ?? ""}`);
    request.upload.onprogress = (event) => progress(event.loaded / Math.max(1, event.total));
    request.onerror = () => reject(UNREACHABLE);
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status < 300) return resolve(body as Answer);
      const problem = problemFrom(request.status, body);
      if (request.status === 401) close(problem);
      reject(problem);
    };
    const form = new FormData();
    form.append("file", file);
    request.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function change(id: number, fresh: Partial<Upload>): void {
  uploads.set(uploads.get().map((one) => (one.id === id ? { ...one, ...fresh } : one)));
}
