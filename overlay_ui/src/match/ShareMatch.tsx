import { useState } from "react";
import { useJobs } from "../api/queries";
import { useShareMatch } from "../api/settings";
import type { Job, MatchDetail, Visibility } from "../api/types";
import { Field } from "../parts/Field";
import { ProblemPanel } from "../parts/ProblemPanel";
import { whyFailed } from "../shell/JobList";

const WHO: readonly (readonly [Visibility, string])[] = [
  ["private", "Only you"],
  ["unlisted", "Whoever has the link"],
  ["public", "Everybody"],
];

/** Uploads the replay to ballchasing.com, after saying what is sent and who will see it. */
export function ShareMatch({ match, onClose }: { match: MatchDetail; onClose: () => void }) {
  const [visibility, setVisibility] = useState<Visibility>("private");
  const share = useShareMatch(match.id);
  const { data: jobs = [] } = useJobs();
  const job = jobs.find((one) => one.id === share.data?.job_id);
  return (
    <section
      aria-label="Upload to ballchasing.com"
      className="mt-4 rounded-small border border-edge bg-raised p-4"
    >
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          share.mutate(visibility);
        }}
      >
        <Field name="Who may see it on ballchasing.com">
          {(id) => (
            <select
              id={id}
              className="field"
              value={visibility}
              onChange={(event) => setVisibility(event.target.value as Visibility)}
            >
              {WHO.map(([key, text]) => (
                <option key={key} value={key}>
                  {text}
                </option>
              ))}
            </select>
          )}
        </Field>
        <button type="submit" className="button button-main" disabled={share.isPending}>
          Upload
        </button>
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
      </form>
      <p className="mt-2 text-faint text-small">
        What is sent is the replay as the game saved it. It contains the names and account ids of
        everybody in the match.
      </p>
      {share.isError && (
        <div className="mt-3">
          <ProblemPanel error={share.error} />
        </div>
      )}
      {share.isSuccess && (
        <p role="status" className="mt-2">
          {job ? <Sent job={job} /> : "In the queue…"}
        </p>
      )}
    </section>
  );
}

function Sent({ job }: { job: Job }) {
  if (job.state === "dead") return <>Not uploaded. {whyFailed(job)}</>;
  if (job.state === "cancelled") return <>Cancelled.</>;
  if (job.state !== "done" || !job.link) return <>Uploading…</>;
  return (
    <>
      <span aria-hidden="true" className="text-good">
        ✓{" "}
      </span>
      It is at{" "}
      <a className="underline" href={job.link} target="_blank" rel="noreferrer">
        {job.link}
      </a>
      {job.outcome ? `: it ${job.outcome}.` : "."}
    </>
  );
}
