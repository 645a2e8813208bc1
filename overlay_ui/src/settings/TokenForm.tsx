import { useSaveToken } from "../api/settings";
import { capital } from "../format";
import { EntryForm } from "../parts/EntryForm";

/** Takes the token of ballchasing.com, once; or says why it cannot be kept. */
export function TokenForm({ trouble }: { trouble: string | null }) {
  const save = useSaveToken();
  if (trouble)
    return (
      <p className="text-muted">
        <span aria-hidden="true" className="mr-2 font-bold text-warn">
          !
        </span>
        {capital(trouble)}
      </p>
    );
  return (
    <>
      <ol className="mb-3 list-decimal pl-5 text-muted text-small">
        <li>
          Sign in at ballchasing.com and open its page <code>ballchasing.com/upload</code>.
        </li>
        <li>Make a token there, and copy it.</li>
        <li>Paste it here. It is asked for once.</li>
      </ol>
      <EntryForm
        name="Token"
        about="It goes into the keyring of this system, not into RocketTrainer's data or log."
        longest={300}
        secret
        action="Keep it"
        main
        doing={save}
        wanted={(token) => token}
      />
    </>
  );
}
