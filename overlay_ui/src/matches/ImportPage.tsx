import { useJobs } from "../api/queries";
import { useSettings } from "../api/settings";
import { Loading } from "../parts/Loading";
import { PageTitle } from "../parts/PageTitle";
import { Panel } from "../parts/Panel";
import { ProblemPanel } from "../parts/ProblemPanel";
import { TokenForm } from "../settings/TokenForm";
import { JobList } from "../shell/JobList";
import { ReferenceForm } from "./ReferenceForm";

const KIND = "ballchasing";

/** Replays from ballchasing.com: asked for here, and read one after the other as they come. */
export default function ImportPage() {
  const settings = useSettings();
  return (
    <div className="mx-auto max-w-4xl">
      <a href="#/matches" className="mb-3 inline-block text-muted text-small hover:text-text">
        <span aria-hidden="true">← </span>All matches
      </a>
      <PageTitle title="Import from ballchasing.com" />
      <p className="mt-1 mb-5 text-muted">
        With your own token, within the limits of your account. Replays that were downloaded before
        are left out, so an import that was interrupted goes on where it was.
      </p>
      {settings.isPending && <Loading what="settings" />}
      {settings.isError && (
        <ProblemPanel error={settings.error} again={() => void settings.refetch()} />
      )}
      <div className="flex flex-col gap-5">
        {settings.data && !settings.data.ballchasing_token && (
          <Panel title="Your token first">
            <TokenForm trouble={settings.data.ballchasing_trouble} />
          </Panel>
        )}
        {settings.data?.ballchasing_token && <ReferenceForm />}
        <Downloads />
      </div>
    </div>
  );
}

function Downloads() {
  const { data: jobs = [] } = useJobs();
  const downloads = jobs.filter((job) => job.kind === KIND);
  if (downloads.length === 0) return null;
  return (
    <Panel
      title="Downloads"
      about="What has come is measured at once and appears among the matches."
    >
      <JobList jobs={downloads} />
    </Panel>
  );
}
