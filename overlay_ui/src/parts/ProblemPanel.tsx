import { asProblem } from "../api/problem";
import { capital } from "../format";

/** What went wrong, and what to do about it. */
export function ProblemPanel({ error, again }: { error: unknown; again?: () => void }) {
  const problem = asProblem(error);
  return (
    <div role="alert" className="panel max-w-2xl border-bad/60 p-5">
      <h2 className="text-lead">
        <span aria-hidden="true" className="mr-2 text-bad">
          ✕
        </span>
        {problem.title}
      </h2>
      {problem.message !== problem.title && (
        <p className="mt-1.5 text-muted">{capital(problem.message)}</p>
      )}
      {problem.hint && <p className="mt-1.5">{problem.hint}</p>}
      {again && (
        <button type="button" className="button mt-4" onClick={again}>
          Try again
        </button>
      )}
    </div>
  );
}
