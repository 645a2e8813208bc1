const WIDTH = 120;
const HEIGHT = 28;
/** Less than this share of the values is drawn as little, not stretched to the full height. */
const LEAST_SHARE = 0.1;

/** The course of some values, without numbers. */
export function Sparkline({ values }: { values: readonly number[] }) {
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const least = LEAST_SHARE * Math.max(Math.abs(lowest), Math.abs(highest));
  const span = Math.max(highest - lowest, least) || 1;
  const low = (lowest + highest - span) / 2;
  const step = WIDTH / Math.max(1, values.length - 1);
  const places = values.map((value, index) => {
    const y = HEIGHT - 2 - ((value - low) / span) * (HEIGHT - 4);
    return `${(index * step).toFixed(1)} ${y.toFixed(1)}`;
  });
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="mt-2 h-8 w-full fill-none stroke-accent"
    >
      {places.length > 1 && (
        <path d={`M${places.join("L")}`} strokeWidth="1.75" vectorEffect="non-scaling-stroke" />
      )}
    </svg>
  );
}
