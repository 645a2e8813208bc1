import { useCheckToken, useForgetToken } from "../api/settings";
import type { AppSettings } from "../api/types";
import { Panel } from "../parts/Panel";
import { ProblemPanel } from "../parts/ProblemPanel";
import { TokenForm } from "./TokenForm";

/** The account at ballchasing.com. */
export function BallchasingPanel({ settings }: { settings: AppSettings }) {
  return (
    <Panel
      title="ballchasing.com"
      about="To import replays from there and upload yours. Nothing is sent unless you ask for it."
      tools={
        settings.ballchasing_token && (
          <a href="#/import" className="button">
            Import replays
          </a>
        )
      }
    >
      {settings.ballchasing_token ? <Kept /> : <TokenForm trouble={settings.ballchasing_trouble} />}
    </Panel>
  );
}

function Kept() {
  const check = useCheckToken();
  const forget = useForgetToken();
  const problem = check.error ?? forget.error;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <p className="mr-auto">A token is kept in the keyring of this system.</p>
        <button
          type="button"
          className="button"
          disabled={check.isPending}
          onClick={() => check.mutate()}
        >
          {check.isPending ? "Asking…" : "Check it"}
        </button>
        <button
          type="button"
          className="button"
          disabled={forget.isPending}
          onClick={() => forget.mutate()}
        >
          Forget it
        </button>
      </div>
      {check.data && (
        <p role="status" className="mt-2 text-small">
          <span aria-hidden="true" className="text-good">
            ✓{" "}
          </span>
          It works
          {check.data.name && (
            <>
              {" "}
              for <bdi>{check.data.name}</bdi>
            </>
          )}
          ; type of the account: {check.data.type}.
        </p>
      )}
      {problem && (
        <div className="mt-3">
          <ProblemPanel error={problem} />
        </div>
      )}
    </>
  );
}
