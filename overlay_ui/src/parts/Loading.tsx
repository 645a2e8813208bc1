/** Holds the place of something that is on its way. */
export function Loading({ what, className = "h-64" }: { what: string; className?: string }) {
  return (
    <div role="status" className={`panel grid place-items-center ${className}`}>
      <span className="text-faint text-small">Loading {what}…</span>
    </div>
  );
}
