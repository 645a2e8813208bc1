import { type ReactNode, useId } from "react";

interface Props {
  readonly title: string;
  /** Said below the title. */
  readonly about?: ReactNode;
  /** Stands at the title's right. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a page. */
export function Panel({ title, about, tools, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="panel p-5">
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div>
          <h2 id={id} className="text-lead">
            {title}
          </h2>
          {about && <p className="mt-0.5 max-w-3xl text-faint text-small">{about}</p>}
        </div>
        {tools}
      </div>
      {children}
    </section>
  );
}
