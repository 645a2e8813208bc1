import { useJobs } from "../api/queries";
import { useStore } from "../api/store";
import type { Job } from "../api/types";
import { forgetEnded, type Upload, uploads } from "../api/uploads";
import { bytes, counted } from "../format";
import { shownFile } from "../name";
import { ProgressBar } from "../parts/ProgressBar";
import { share, whyFailed } from "../shell/JobList";

/** Files given to the page, each with how far it has come. */
export function UploadList() {
  const files = useStore(uploads);
  const { data: jobs = [] } = useJobs();
  if (files.length === 0) return null;
  const ended = files.filter((file) => stage(file, jobs).ended).length;
  return (
    <section aria-label="Added replays" className="panel mb-5 p-4">
      <div className="mb-1 flex items-center justify-between">
        <h2 className="text-body">
          Added replays
          <span className="ml-2 font-normal text-faint text-small">
            {ended} of {counted(files.length, "file", "files")} done
          </span>
        </h2>
        <button type="button" className="button min-h-7 px-2 text-small" onClick={forgetEnded}>
          Clear list
        </button>
      </div>
      <ul className="max-h-72 divide-y divide-line overflow-y-auto">
        {files.map((file) => (
          <UploadLine key={file.id} file={file} jobs={jobs} />
        ))}
      </ul>
    </section>
  );
}

function UploadLine({ file, jobs }: { file: Upload; jobs: readonly Job[] }) {
  const { word, share: part, ended, trouble, matchId } = stage(file, jobs);
  const name = shownFile(file.name);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_12rem_8rem] items-center gap-4 py-2 text-small">
      <span className="min-w-0">
        <bdi className="player-name">{name}</bdi>
        <span className="ml-2 text-faint">{bytes(file.bytes)}</span>
        {trouble && <span className="block text-muted">{trouble}</span>}
      </span>
      {ended ? <span /> : <ProgressBar label={`Upload of ${name}`} share={part} />}
      <span className={trouble ? "text-bad" : ended ? "text-good" : "text-muted"}>
        {trouble ? "✕ " : ended ? "✓ " : ""}
        {matchId ? (
          <a className="underline decoration-edge" href={`#/match/${matchId}`}>
            {word}
            <span className="sr-only">: {name}</span>
          </a>
        ) : (
          word
        )}
      </span>
    </li>
  );
}

interface Stage {
  readonly word: string;
  /** 0 to 1, null unknown. */
  readonly share: number | null;
  readonly ended: boolean;
  readonly trouble?: string | undefined;
  /** Where it leads to once it is there. */
  readonly matchId?: number | null;
}

/** How far a file is: on its way, in the queue, being measured, or at its end. */
export function stage(file: Upload, jobs: readonly Job[]): Stage {
  if (file.state === "waiting") return { word: "waiting", share: 0, ended: false };
  if (file.state === "sending") return { word: "sending", share: file.sent, ended: false };
  if (file.problem) {
    const { title, message, hint } = file.problem;
    const said = [message === title ? "" : message, hint ?? ""].filter(Boolean).join(" ");
    return { word: title, share: null, ended: true, trouble: said };
  }
  if (file.matchId !== null)
    return { word: "already here", share: 1, ended: true, matchId: file.matchId };
  const job = jobs.find((one) => one.id === file.jobId);
  if (job?.state === "done") return { word: "added", share: 1, ended: true, matchId: job.match_id };
  if (job?.state === "cancelled") return { word: "cancelled", share: null, ended: true };
  if (job?.state === "dead")
    return { word: "failed", share: null, ended: true, trouble: whyFailed(job) };
  const word = job?.state === "leased" ? job.progress?.text || "measuring" : "in the queue";
  return { word, share: job ? share(job) : null, ended: false };
}
