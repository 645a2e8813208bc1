interface Props<T extends string> {
  readonly label: string;
  readonly options: readonly (readonly [T, string])[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** A few options side by side, one of which holds. */
export function Choice<T extends string>({ label, options, value, onChange }: Props<T>) {
  return (
    <fieldset className="inline-flex rounded-small border border-edge bg-raised p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map(([key, text]) => (
        <button
          key={key}
          type="button"
          aria-pressed={key === value}
          onClick={() => onChange(key)}
          className="rounded-small px-3 py-1 text-muted text-small hover:text-text aria-pressed:bg-lifted aria-pressed:font-semibold aria-pressed:text-text aria-pressed:shadow-[inset_0_-2px_0_var(--color-accent)]"
        >
          {text}
        </button>
      ))}
    </fieldset>
  );
}
