import { useInfo } from "../api/queries";
import { PlayerName } from "../parts/PlayerName";
import { ImportsMenu } from "./ImportsMenu";

const SECTIONS = [
  ["matches", "Matches"],
  ["trends", "Trends"],
  ["summary", "Last game"],
  ["settings", "Settings"],
] as const;

/** Pages that have no place of their own in the header. */
const PART_OF: Record<string, string> = { match: "matches", import: "matches", me: "settings" };

export function Header({ section }: { section: string }) {
  const { data: info } = useInfo();
  const current = PART_OF[section] ?? section;
  return (
    <header className="sticky top-0 z-30 border-line border-b bg-canvas/95">
      <div className="mx-auto flex h-14 max-w-[86rem] items-center gap-6 px-6">
        <a href="#/" className="flex items-center gap-2.5 font-bold [font-stretch:115%]">
          <img src="/mark.svg" alt="" className="size-6" />
          RocketTrainer
        </a>
        <nav aria-label="Pages" className="flex h-full gap-1">
          {SECTIONS.map(([key, name]) => (
            <a
              key={key}
              href={`#/${key}`}
              aria-current={current === key ? "page" : undefined}
              className="flex items-center px-3 text-muted hover:text-text aria-[current]:text-text aria-[current]:shadow-[inset_0_-2px_0_var(--color-accent)]"
            >
              {name}
            </a>
          ))}
        </nav>
        <div className="ml-auto flex min-w-0 items-center gap-3">
          <ImportsMenu />
          {info && (
            <a href="#/me" className="flex min-w-0 max-w-56 text-muted text-small hover:text-text">
              {info.me && !info.me.guessed ? (
                <>
                  <span className="sr-only">You are </span>
                  <PlayerName name={info.me.names[0] ?? ""} />
                </>
              ) : (
                "Which player are you?"
              )}
            </a>
          )}
        </div>
      </div>
    </header>
  );
}
