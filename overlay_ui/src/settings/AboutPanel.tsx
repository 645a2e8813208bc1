import type { Info } from "../api/types";
import { counted } from "../format";
import { Panel } from "../parts/Panel";

/** Which program this is, and where its data lies. */
export function AboutPanel({ info }: { info: Info }) {
  const facts = [
    ["RocketTrainer", info.version],
    ["Metrics", info.analyser],
    ["Store", counted(info.store.matches, "match", "matches")],
    ["Data folder", info.home],
  ] as const;
  return (
    <Panel
      title="About"
      about="Everything is in the data folder. rockettrainer db backup makes a copy of it."
    >
      <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-y-1.5 text-small">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-faint">{name}</dt>
            <dd className="break-all">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
