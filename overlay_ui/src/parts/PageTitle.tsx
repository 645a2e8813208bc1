import { type ReactNode, useEffect, useRef } from "react";

/** The first page has the browser's own start of the focus; only later ones are arrived at. */
let arrived = false;

/** The heading of a page. Focus goes there on arrival, so that reading starts at the top. */
export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · RocketTrainer`;
  }, [title]);
  useEffect(() => {
    window.scrollTo(0, 0);
    if (arrived) heading.current?.focus({ preventScroll: true });
    arrived = true;
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className="text-title">
      {children ?? title}
    </h1>
  );
}
