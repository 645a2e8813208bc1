import { useId } from "react";
import { liveStatus } from "../api/live";
import { isOpen, useJobs } from "../api/queries";
import { useStore } from "../api/store";
import type { Job } from "../api/types";
import { uploads } from "../api/uploads";
import { JobList } from "./JobList";

const SHOWN = 30;
const FRESH_MS = 24 * 3600 * 1000;

/** How imports stand, in the header; the list of them one press away. */
export function ImportsMenu() {
  const id = useId();
  const { data: jobs = [] } = useJobs();
  const sending = useStore(uploads).filter((one) => one.state === "sending").length;
  const live = useStore(liveStatus);
  const busy = jobs.filter(isOpen).length + sending;
  const failed = jobs.filter(isFreshFailure).length;
  return (
    <>
      <button type="button" className="button text-small" popoverTarget={id}>
        <Lamp live={live === "live"} busy={busy > 0} />
        {label(busy, failed)}
      </button>
      {/* The browser's own popover: it closes by itself on Escape and on a press elsewhere. */}
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label="Imports"
        className="panel fixed inset-auto top-16 right-[max(1.5rem,calc(50vw-41.5rem))] w-96 bg-raised p-4 text-text shadow-float"
      >
        <h2 className="text-lead">Imports</h2>
        <p className="mt-0.5 mb-3 text-faint text-small">
          {live === "live"
            ? "New matches appear by themselves."
            : "The connection is cut; trying again. New matches appear after a reload meanwhile."}
        </p>
        <JobList jobs={jobs.slice(0, SHOWN)} />
      </div>
    </>
  );
}

/** Old failures stay in the list, but ask for attention no more. */
function isFreshFailure(job: Job): boolean {
  return job.state === "dead" && Date.now() - Date.parse(job.updated) < FRESH_MS;
}

function label(busy: number, failed: number): string {
  if (busy > 0) return `Importing ${busy}`;
  return failed > 0 ? `Imports, ${failed} failed` : "Imports";
}

function Lamp({ live, busy }: { live: boolean; busy: boolean }) {
  const look = live ? "bg-good" : "border border-warn";
  return (
    <>
      <span
        aria-hidden="true"
        className={`size-2 rounded-full ${look} ${busy ? "animate-pulse" : ""}`}
      />
      <span className="sr-only">{live ? "Live." : "Not connected."}</span>
    </>
  );
}
