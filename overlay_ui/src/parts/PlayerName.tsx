import { shownName } from "../name";

interface Props {
  readonly name: string;
  readonly isMe?: boolean;
  readonly className?: string;
}

/** A player's name: text only, with its direction kept to itself, on one line of bounded width. */
export function PlayerName({ name, isMe = false, className = "" }: Props) {
  const shown = shownName(name);
  return (
    <span className={`inline-flex min-w-0 max-w-full items-baseline gap-1.5 ${className}`}>
      <bdi className={`player-name ${isMe ? "font-semibold" : ""}`}>{shown}</bdi>
      {isMe && (
        <span className="shrink-0 rounded-small bg-accent-deep px-1.5 text-accent text-small">
          you
        </span>
      )}
    </span>
  );
}
