import { createContext, type RefObject } from "preact";
import { useContext, useLayoutEffect, useRef, useState } from "preact/hooks";
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
    let last = value;
    const look = (live: Live) => {
      const next = select(live);
      if (next === last) return;
      last = next;
      become(() => next);
    };
    look(feed.get());
    return feed.watch(look);
  }, [feed]);
  return value;
}

/** Writes into what is inside an element, with each drawn change of the feed. */
export type Writer = (live: Live) => void;

/**
 * Gives an element a writer, past the page's own building of itself. The writer is made anew when
 * an input changes, and remembers what it wrote, so that it formats and touches only what differs.
 */
export function useLiveWriter<E extends HTMLElement>(
  writerOf: (element: E) => Writer,
  inputs: readonly unknown[] = [],
): RefObject<E | null> {
  const feed = useContext(Feed);
  const element = useRef<E>(null);
  useLayoutEffect(() => {
    if (!element.current) return;
    const write = writerOf(element.current);
    write(feed.get());
    return feed.watch(write);
  }, [feed, ...inputs]);
  return element;
}

/** Sets the text of a part, which must have no other content, and touches it only on change. */
export function textOf(element: Element, part: string): (text: string) => void {
  const holder = partOf(element, part);
  const node = holder.firstChild ?? holder.appendChild(document.createTextNode(""));
  let written = node.nodeValue;
  return (text) => {
    if (text !== written) node.nodeValue = text;
    written = text;
  };
}

/** A part of an element, by its selector. */
export function partOf(element: Element, part: string): HTMLElement {
  const found = element.querySelector<HTMLElement>(part);
  if (!found) throw new Error(`nothing is ${part}`);
  return found;
}
