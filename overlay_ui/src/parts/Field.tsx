import { type ReactNode, useId } from "react";

interface Props {
  readonly name: string;
  /** Said below what is filled in. */
  readonly about?: ReactNode;
  readonly className?: string;
  readonly children: (id: string, about: string | undefined) => ReactNode;
}

/** Something to fill in, with its name above it. */
export function Field({ name, about, className = "", children }: Props) {
  const id = useId();
  const aboutId = `${id}-about`;
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-faint text-small">
        {name}
      </label>
      {children(id, about ? aboutId : undefined)}
      {about && (
        <p id={aboutId} className="mt-1 text-faint text-small">
          {about}
        </p>
      )}
    </div>
  );
}
