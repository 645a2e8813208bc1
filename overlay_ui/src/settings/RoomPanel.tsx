import { useState } from "react";
import { useSaveSettings } from "../api/settings";
import type { AppSettings, Info } from "../api/types";
import { bytes } from "../format";
import { Field } from "../parts/Field";
import { Panel } from "../parts/Panel";
import { ProblemPanel } from "../parts/ProblemPanel";

const GB = 1e9;
const LARGEST_GB = 1_000_000;

/** How much room files may take; what is measured always stays. */
export function RoomPanel({ settings, info }: { settings: AppSettings; info: Info }) {
  return (
    <Panel
      title="Room on the disk"
      about="Over a budget, files of the oldest matches go. Their numbers always stay."
    >
      <div className="flex flex-col gap-6">
        <Budget
          name="Original replays"
          about="Kept compressed: from them matches can be measured anew."
          setting="replay_budget_bytes"
          budget={settings.replay_budget_bytes}
          used={info.store.replays_bytes}
        />
        <Budget
          name="Frames"
          about="What charts, heat maps and the viewer are drawn from."
          setting="frames_budget_bytes"
          budget={settings.frames_budget_bytes}
          used={info.store.frames_bytes}
        />
      </div>
    </Panel>
  );
}

interface BudgetProps {
  readonly name: string;
  readonly about: string;
  readonly setting: "replay_budget_bytes" | "frames_budget_bytes";
  readonly budget: number;
  readonly used: number;
}

function Budget({ name, about, setting, budget, used }: BudgetProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const save = useSaveSettings();
  const wanted = typed === null ? budget : gigabytes(typed);
  const excess = wanted === null ? 0 : used - wanted;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted === null) return;
        save.mutate({ [setting]: wanted }, { onSuccess: () => setTyped(null) });
      }}
    >
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-4">
        <div>
          <h3>{name}</h3>
          <p className="text-faint text-small">{about}</p>
        </div>
        <div className="flex items-end gap-2">
          <Field name="Budget, GB">
            {(id) => (
              <input
                id={id}
                type="number"
                min={0}
                max={LARGEST_GB}
                step="any"
                required
                className="field numbers w-24"
                value={typed ?? shown(budget)}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
          <button
            type="submit"
            className="button"
            disabled={typed === null || wanted === null || save.isPending}
          >
            Save<span className="sr-only">: {name}</span>
          </button>
        </div>
      </div>
      <Used used={used} budget={budget} />
      {typed !== null && excess > 0 && (
        <p className="mt-1 text-small text-warn">
          <span aria-hidden="true">! </span>
          Saving gives up {bytes(excess)} of the oldest matches' files.
        </p>
      )}
      {save.isError && (
        <div className="mt-3">
          <ProblemPanel error={save.error} />
        </div>
      )}
    </form>
  );
}

function Used({ used, budget }: { used: number; budget: number }) {
  const share = budget > 0 ? Math.min(1, used / budget) : 1;
  return (
    <div className="mt-2">
      <div aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-lifted">
        <div className="h-full rounded-full bg-accent" style={{ width: `${share * 100}%` }} />
      </div>
      <p className="numbers mt-1 text-faint text-small">
        {bytes(used)} of {bytes(budget)} used
      </p>
    </div>
  );
}

function shown(budget: number): string {
  return String(Number((budget / GB).toFixed(2)));
}

/** Bytes that were typed as gigabytes; null if that is no number. */
export function gigabytes(typed: string): number | null {
  const count = Number(typed);
  if (typed.trim() === "" || !Number.isFinite(count)) return null;
  return count < 0 || count > LARGEST_GB ? null : Math.round(count * GB);
}
