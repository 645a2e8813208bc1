import { useInfo } from "../api/queries";
import { useSettings } from "../api/settings";
import { Loading } from "../parts/Loading";
import { PageTitle } from "../parts/PageTitle";
import { ProblemPanel } from "../parts/ProblemPanel";
import { AboutPanel } from "./AboutPanel";
import { AccountsPanel } from "./AccountsPanel";
import { BallchasingPanel } from "./BallchasingPanel";
import { FoldersPanel } from "./FoldersPanel";
import { RoomPanel } from "./RoomPanel";

/** Everything that a person can choose, a panel a subject. */
export default function SettingsPage() {
  const settings = useSettings();
  const info = useInfo();
  const problem = settings.error ?? info.error;
  return (
    <div className="mx-auto max-w-6xl">
      <div className="mb-5">
        <PageTitle title="Settings" />
      </div>
      {problem && <ProblemPanel error={problem} again={() => void settings.refetch()} />}
      {!problem && !(settings.data && info.data) && <Loading what="settings" className="h-96" />}
      {settings.data && info.data && (
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-5">
            <RoomPanel settings={settings.data} info={info.data} />
            <FoldersPanel settings={settings.data} />
          </div>
          <div className="flex min-w-0 flex-col gap-5">
            <AccountsPanel info={info.data} />
            <BallchasingPanel settings={settings.data} />
            <AboutPanel info={info.data} />
          </div>
        </div>
      )}
    </div>
  );
}
