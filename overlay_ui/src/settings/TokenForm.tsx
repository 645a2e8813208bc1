import { useState } from "react";
import { useSaveToken } from "../api/settings";
import { Field } from "../parts/Field";
import { ProblemPanel } from "../parts/ProblemPanel";

/** Takes the token of ballchasing.com, once; or says why it cannot be kept. */
export function TokenForm({ trouble }: { trouble: string | null }) {
  const [typed, setTyped] = useState("");
  const save = useSaveToken();
  if (trouble)
    return (
      <p className="text-muted">
        <span aria-hidden="true" className="mr-2 font-bold text-warn">
          !
        </span>
        {trouble.charAt(0).toUpperCase() + trouble.slice(1)}
      </p>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(typed.trim());
        setTyped("");
      }}
    >
      <ol className="mb-3 list-decimal pl-5 text-muted text-small">
        <li>
          Sign in at ballchasing.com and open its page <code>ballchasing.com/upload</code>.
        </li>
        <li>Make a token there, and copy it.</li>
        <li>Paste it here. It is asked for once.</li>
      </ol>
      <div className="flex items-end gap-2">
        <Field name="Token" className="grow">
          {(id) => (
            <input
              id={id}
              type="password"
              className="field w-full"
              value={typed}
              maxLength={300}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <button
          type="submit"
          className="button button-main"
          disabled={!typed.trim() || save.isPending}
        >
          Keep it
        </button>
      </div>
      <p className="mt-1 text-faint text-small">
        It goes into the keyring of this system, not into RocketTrainer's data or log.
      </p>
      {save.isError && (
        <div className="mt-3">
          <ProblemPanel error={save.error} />
        </div>
      )}
    </form>
  );
}
