import { Tabs } from "radix-ui";
import { useState } from "react";
import { useMetrics } from "../api/queries";
import type { MatchDetail } from "../api/types";
import { capital } from "../format";
import { Choice } from "../parts/Choice";
import { Loading } from "../parts/Loading";
import { Panel } from "../parts/Panel";
import { ProblemPanel } from "../parts/ProblemPanel";
import { familiesOf, rowsOf } from "./metricRows";
import { PlayerMetrics } from "./PlayerMetrics";
import { TeamMetrics } from "./TeamMetrics";

const NAMES: Record<string, string> = { core: "Scoreboard", ballchasing: "As ballchasing counts" };

/** All metrics of the match, a tab a family. */
export function MetricsPanel({ match }: { match: MatchDetail }) {
  const metrics = useMetrics();
  const [family, setFamily] = useState("boost");
  const [view, setView] = useState<"teams" | "players">("teams");
  if (metrics.isPending) return <Loading what="metrics" className="h-96" />;
  if (metrics.isError) return <ProblemPanel error={metrics.error} />;
  const families = familiesOf(metrics.data);
  return (
    <Panel
      title="Metrics"
      about="Point at a name, or focus it, to read how it is measured."
      tools={
        <Choice
          label="Compare"
          options={[
            ["teams", "Teams"],
            ["players", "Players"],
          ]}
          value={view}
          onChange={setView}
        />
      }
    >
      <Tabs.Root value={family} onValueChange={setFamily}>
        <Tabs.List
          aria-label="Families of metrics"
          className="mb-4 flex flex-wrap border-line border-b"
        >
          {families.map((key) => (
            <Tabs.Trigger
              key={key}
              value={key}
              className="px-3 py-2 text-muted first-letter:uppercase hover:text-text data-[state=active]:text-text data-[state=active]:shadow-[inset_0_-2px_0_var(--color-accent)]"
            >
              {familyName(key)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {families.map((key) => (
          <Tabs.Content key={key} value={key} className="outline-offset-8">
            {view === "teams" ? (
              <TeamMetrics match={match} rows={rowsOf(metrics.data, key)} />
            ) : (
              <PlayerMetrics match={match} rows={rowsOf(metrics.data, key)} />
            )}
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </Panel>
  );
}

export function familyName(key: string): string {
  return NAMES[key] ?? capital(key);
}
