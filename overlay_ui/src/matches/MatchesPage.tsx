import { useInfo, useMatches } from "../api/queries";
import { counted } from "../format";
import { WhoAmI } from "../me/WhoAmI";
import { Loading } from "../parts/Loading";
import { PageTitle } from "../parts/PageTitle";
import { ProblemPanel } from "../parts/ProblemPanel";
import { AddReplays } from "./AddReplays";
import { EmptyStore } from "./EmptyStore";
import { Filters } from "./Filters";
import { filterOf, isFiltered } from "./filter";
import { MatchList } from "./MatchList";
import { UploadList } from "./UploadList";

export function MatchesPage({ query }: { query: URLSearchParams }) {
  const filter = filterOf(query);
  const { data: info } = useInfo();
  const matches = useMatches(filter);
  const pages = matches.data?.pages ?? [];
  const total = pages[0]?.total_estimate ?? 0;
  const empty = matches.isSuccess && total === 0 && !isFiltered(filter);
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-4">
        <div>
          <PageTitle title="Matches" />
          <p className="text-faint text-small" aria-live="polite">
            {matches.isSuccess ? counted(total, "match", "matches") : "\u00a0"}
            {matches.isSuccess && isFiltered(filter) && " found"}
          </p>
        </div>
        {!empty && <AddReplays />}
      </div>
      <UploadList />
      <WhoAmI />
      {!empty && <Filters filter={filter} seen={pages.flatMap((page) => page.items)} />}
      {matches.isPending && <Loading what="matches" className="h-96" />}
      {matches.isError && (
        <ProblemPanel error={matches.error} again={() => void matches.refetch()} />
      )}
      {empty && <EmptyStore info={info} />}
      {matches.isSuccess && !empty && (
        <MatchList
          matches={pages.flatMap((page) => page.items)}
          more={matches.hasNextPage ? () => void matches.fetchNextPage() : null}
          busy={matches.isFetchingNextPage}
        />
      )}
    </>
  );
}
