import { useInfo } from "../api/queries";
import { Loading } from "../parts/Loading";
import { PageTitle } from "../parts/PageTitle";
import { AccountChoice } from "./AccountChoice";

export default function MePage() {
  const { data: info } = useInfo();
  return (
    <div className="max-w-4xl">
      <PageTitle title="Which player are you?" />
      <p className="mt-1 mb-5 text-muted">
        Wins and losses, trends and comparisons follow from this. Tick all accounts you play with.
      </p>
      {info ? (
        <AccountChoice
          chosen={info.me?.ids ?? null}
          onDone={() => {
            location.hash = "#/matches";
          }}
        />
      ) : (
        <Loading what="accounts" />
      )}
    </div>
  );
}
