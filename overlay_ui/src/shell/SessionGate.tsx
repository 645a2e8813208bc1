import { useState } from "react";
import { codeIn, open, type useSession } from "../api/session";
import { ProblemPanel } from "../parts/ProblemPanel";

/** Stands in place of all pages until somebody at this computer has proven to be there. */
export function SessionGate({ session }: { session: ReturnType<typeof useSession> }) {
  if (session.kind === "opening")
    return (
      <p role="status" className="p-8 text-muted">
        Opening…
      </p>
    );
  const problem = session.kind === "closed" ? session.problem : null;
  return (
    <main className="mx-auto max-w-xl px-6 pt-24">
      <img src="/mark.svg" alt="" className="size-12" />
      <h1 className="mt-5 text-title">Open RocketTrainer from its own link</h1>
      <p className="mt-2 text-muted">
        So that no other page or program reads your matches, this page needs a link that works once.
        RocketTrainer opens it when it starts; for another, run
      </p>
      <pre className="panel my-4 bg-raised px-4 py-3">
        <code>rockettrainer link</code>
      </pre>
      <CodeForm />
      {problem && (
        <div className="mt-6">
          <ProblemPanel error={problem} />
        </div>
      )}
    </main>
  );
}

function CodeForm() {
  const [said, setSaid] = useState("");
  return (
    <form
      className="flex gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const code = codeIn(said);
        if (code) void open(code);
      }}
    >
      <label htmlFor="code" className="sr-only">
        Link or code
      </label>
      <input
        id="code"
        className="field grow"
        value={said}
        onChange={(event) => setSaid(event.target.value)}
        placeholder="or paste the link or its code here"
        autoComplete="off"
        spellCheck={false}
      />
      <button type="submit" className="button" disabled={!said.trim()}>
        Open
      </button>
    </form>
  );
}
