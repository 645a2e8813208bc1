import { createContext, type RefObject } from "preact";
import { useContext, useLayoutEffect, useState } from "preact/hooks";
import { type Live, LiveFeed } from "../live/feed";

export const Feed = createContext(new LiveFeed());

/**
 * Something of the feed that decides what there is on the page. Changes of it build the page anew,
 * so it is for what changes seldom; a selector must give back the same value as long as it is.
 */
export function useLive<T extends string | boolean | object | null>(select: (live: Live) => T): T {
  const feed = useContext(Feed);
  const [value, become] = useState(() => select(feed.get()));
  useLayoutEffect(() => {
    const look = (live: Live) => become(() => select(live));
    look(feed.get());
    return feed.watch(look);
  }, [feed]);
  return value;
}

/** Writes with each drawn change of the feed, past the page's own building of itself. */
export function useLivePaint(paint: (live: Live) => void, inputs: readonly unknown[] = []): void {
  const feed = useContext(Feed);
  useLayoutEffect(() => {
    paint(feed.get());
    return feed.watch(paint);
  }, [feed, ...inputs]);
}

/** Keeps the text of an element, which must have no other content, and touches it only on change. */
export function useLiveText(
  ref: RefObject<HTMLElement | null>,
  select: (live: Live) => string,
  inputs: readonly unknown[] = [],
): void {
  useLivePaint((live) => {
    const element = ref.current;
    if (!element) return;
    const node = element.firstChild ?? element.appendChild(document.createTextNode(""));
    const text = select(live);
    if (node.nodeValue !== text) node.nodeValue = text;
  }, inputs);
}

/** Keeps an attribute of an element, and touches it only on change. */
export function useLiveAttribute(
  ref: RefObject<HTMLElement | null>,
  name: string,
  select: (live: Live) => string,
  inputs: readonly unknown[] = [],
): void {
  useLivePaint((live) => {
    const text = select(live);
    if (ref.current?.getAttribute(name) !== text) ref.current?.setAttribute(name, text);
  }, inputs);
}
