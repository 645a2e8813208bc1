import { useState } from "react";
import { useFetchReplays } from "../api/settings";
import type { Reference } from "../api/types";
import { Choice } from "../parts/Choice";
import { EntryForm } from "../parts/EntryForm";
import { Panel } from "../parts/Panel";

type What = Reference["what"];

const OPTIONS = [
  ["link", "Link"],
  ["id", "Replay"],
  ["player", "Player"],
  ["group", "Group"],
] as const satisfies readonly (readonly [What, string])[];

const ABOUT: Record<What, { name: string; example: string; about: string }> = {
  link: {
    name: "Link",
    example: "https://ballchasing.com/group/…",
    about: "To a replay, a group or a player, as your browser shows it.",
  },
  id: {
    name: "Id of the replay",
    example: "6b9f1d0e-3c5a-4a0e-9d55-1f2a3b4c5d6e",
    about: "The last part of a replay's address.",
  },
  player: {
    name: "Platform and account",
    example: "steam:76561198000000001",
    about: "steam, epic, ps4 or xbox, and the account. The latest match comes first.",
  },
  group: {
    name: "Id of the group",
    example: "my-group-ab12cd34ef",
    about: "With all groups below it.",
  },
};

/** Asks for what is to be imported: by link, id, player or group. */
export function ReferenceForm() {
  const [what, setWhat] = useState<What>("link");
  const fetch = useFetchReplays();
  const { name, example, about } = ABOUT[what];
  return (
    <Panel
      title="What to import"
      tools={
        <Choice
          label="Named by"
          options={OPTIONS}
          value={what}
          onChange={(next) => {
            setWhat(next);
            fetch.reset();
          }}
        />
      }
    >
      <EntryForm
        name={name}
        about={about}
        placeholder={example}
        longest={2000}
        action="Import"
        main
        doing={fetch}
        wanted={(value) => ({ what, value })}
      />
    </Panel>
  );
}
