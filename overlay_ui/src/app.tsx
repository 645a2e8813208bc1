import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import { listen } from "./api/live";
import { useSession } from "./api/session";
import { MatchesPage } from "./matches/MatchesPage";
import { Loading } from "./parts/Loading";
import { PageBoundary } from "./parts/PageBoundary";
import { type Route, useRoute } from "./route";
import { Announcer } from "./shell/announce";
import { DropTarget } from "./shell/DropTarget";
import { Header } from "./shell/Header";
import { SessionGate } from "./shell/SessionGate";

const MatchPage = lazy(() => import("./match/MatchPage"));
const TrendsPage = lazy(() => import("./trends/TrendsPage"));
const ImportPage = lazy(() => import("./matches/ImportPage"));
const SettingsPage = lazy(() => import("./settings/SettingsPage"));
const SummaryPage = lazy(() => import("./summary/SummaryPage"));
const MePage = lazy(() => import("./me/MePage"));

export function App() {
  const session = useSession();
  const token = session.kind === "open" ? session.token : null;
  const client = useQueryClient();
  useEffect(() => (token ? listen(token, client) : undefined), [token, client]);

  if (!token) return <SessionGate session={session} />;
  return <Pages />;
}

function Pages() {
  const route = useRoute();
  const place = route.path.join("/");
  return (
    <>
      <SkipLink />
      <Header section={route.path[0] ?? "matches"} />
      <main id="main" tabIndex={-1} className="mx-auto max-w-[86rem] px-6 pt-7 pb-20 outline-none">
        <PageBoundary key={place}>
          <Suspense fallback={<Loading what="the page" />}>{page(route)}</Suspense>
        </PageBoundary>
      </main>
      <DropTarget />
      <Announcer />
    </>
  );
}

function page({ path, query }: Route) {
  if (path[0] === "match") return <MatchPage key={path[1]} id={Number(path[1])} />;
  if (path[0] === "trends") return <TrendsPage query={query} />;
  if (path[0] === "import") return <ImportPage />;
  if (path[0] === "settings") return <SettingsPage />;
  if (path[0] === "summary") return <SummaryPage />;
  if (path[0] === "me") return <MePage />;
  return <MatchesPage query={query} />;
}

/** The first stop of the keyboard: past the header, to the page itself. */
function SkipLink() {
  return (
    <button
      type="button"
      className="button sr-only focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50"
      onClick={() => document.getElementById("main")?.focus()}
    >
      Skip to the content
    </button>
  );
}
