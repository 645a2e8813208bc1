interface Props {
  readonly label: string;
  /** 0 to 1; null while nobody knows. */
  readonly share: number | null;
}

export function ProgressBar({ label, share }: Props) {
  const percent = share === null ? undefined : Math.round(share * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="h-1.5 overflow-hidden rounded-full bg-lifted"
    >
      <div
        className={`h-full rounded-full bg-accent transition-[width] duration-200 ${percent === undefined ? "w-1/3 animate-pulse" : ""}`}
        style={percent === undefined ? undefined : { width: `${percent}%` }}
      />
    </div>
  );
}
