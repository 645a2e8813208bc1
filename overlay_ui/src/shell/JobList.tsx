import { isOpen, useCancelJob, useRetryJob } from "../api/queries";
import { useStore } from "../api/store";
import type { Job } from "../api/types";
import { uploads } from "../api/uploads";
import { capital, hour } from "../format";
import { shownFile } from "../name";
import { ProgressBar } from "../parts/ProgressBar";

const WORD: Record<Job["state"], string> = {
  ready: "waiting",
  leased: "running",
  done: "done",
  dead: "failed",
  cancelled: "cancelled",
};

export function JobList({ jobs }: { jobs: readonly Job[] }) {
  if (jobs.length === 0) return <p className="text-muted text-small">Nothing was imported yet.</p>;
  return (
    <ul className="flex max-h-96 flex-col divide-y divide-line overflow-y-auto">
      {jobs.map((job) => (
        <JobLine key={job.id} job={job} />
      ))}
    </ul>
  );
}

function JobLine({ job }: { job: Job }) {
  const retry = useRetryJob();
  const name = useJobName(job);
  return (
    <li className="py-2.5 text-small">
      <div className="flex items-baseline justify-between gap-3">
        <bdi className="player-name min-w-0">
          {job.match_id === null ? (
            name
          ) : (
            <a className="hover:underline" href={`#/match/${job.match_id}`}>
              {name}
            </a>
          )}
        </bdi>
        <span className={`shrink-0 ${job.state === "dead" ? "text-bad" : "text-faint"}`}>
          {job.state === "done" ? hour(job.updated) : WORD[job.state]}
          {job.state === "leased" && job.progress?.text ? ` · ${job.progress.text}` : ""}
        </span>
      </div>
      {job.state === "leased" && (
        <div className="mt-2">
          <ProgressBar label={`Import of ${name}`} share={share(job)} />
        </div>
      )}
      <Outcome job={job} />
      {job.state === "dead" && (
        <div className="mt-1 flex items-start justify-between gap-3">
          <p className="text-muted">{whyFailed(job)}</p>
          <button
            type="button"
            className="button min-h-7 shrink-0 px-2"
            onClick={() => retry.mutate(job.id)}
          >
            Again<span className="sr-only">: {name}</span>
          </button>
        </div>
      )}
    </li>
  );
}

/** What came of it beside a match, or a way to stop what takes long. */
function Outcome({ job }: { job: Job }) {
  const cancel = useCancelJob();
  if (job.kind === "ballchasing" && isOpen(job))
    return (
      <button
        type="button"
        className="button mt-2 min-h-7 px-2"
        disabled={cancel.isPending}
        onClick={() => cancel.mutate(job.id)}
      >
        Stop
      </button>
    );
  if (!job.outcome && !job.link) return null;
  return (
    <p className="mt-1 text-muted">
      {job.link && (
        <a className="underline" href={job.link} target="_blank" rel="noreferrer">
          {job.link}
        </a>
      )}{" "}
      {job.outcome}
    </p>
  );
}

/** What it is about: a file, or something on ballchasing.com. */
function useJobName(job: Job): string {
  const sent = useStore(uploads).find((one) => one.jobId === job.id);
  return shownFile(job.name ?? sent?.name ?? `Replay ${job.key.slice(0, 8)}`);
}

/** Why a job failed and what to do about it, in sentences. */
export function whyFailed(job: Job): string {
  const sentences = [job.error, job.hint].flatMap((part) => (part ? [capital(part)] : []));
  return (
    sentences.map((one) => (/[.!?]$/.test(one) ? one : `${one}.`)).join(" ") || "No reason given."
  );
}

/** How far a job is, 0 to 1; null if it has not said. */
export function share(job: Job): number | null {
  const { progress } = job;
  return progress && progress.total > 0 ? progress.done / progress.total : null;
}
