import type { UseMutationResult } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Field } from "./Field";
import { ProblemPanel } from "./ProblemPanel";

interface Props<Wanted> {
  readonly name: string;
  /** Said below what is filled in. */
  readonly about?: ReactNode;
  readonly placeholder?: string;
  readonly longest: number;
  /** Whether nobody may read it over a shoulder. */
  readonly secret?: boolean;
  /** What the button says. */
  readonly action: string;
  readonly main?: boolean;
  /** What is done with it; what is typed goes once that has worked. */
  readonly doing: UseMutationResult<unknown, Error, Wanted>;
  /** Makes of what was typed what is done. */
  readonly wanted: (typed: string) => Wanted;
}

/** One line to fill in and hand over; says below it why that did not work. */
export function EntryForm<Wanted>(props: Props<Wanted>) {
  const { name, about, placeholder, longest, secret = false, action, main = false } = props;
  const { doing, wanted } = props;
  const [typed, setTyped] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        doing.mutate(wanted(typed.trim()), { onSuccess: () => setTyped("") });
      }}
    >
      <Field name={name} about={about}>
        {(id, described) => (
          <div className="flex gap-2">
            <input
              id={id}
              type={secret ? "password" : "text"}
              aria-describedby={described}
              className="field grow"
              placeholder={placeholder}
              value={typed}
              maxLength={longest}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setTyped(event.target.value)}
            />
            <button
              type="submit"
              className={`button ${main ? "button-main" : ""}`}
              disabled={!typed.trim() || doing.isPending}
            >
              {action}
            </button>
          </div>
        )}
      </Field>
      {doing.isError && (
        <div className="mt-3">
          <ProblemPanel error={doing.error} />
        </div>
      )}
    </form>
  );
}
