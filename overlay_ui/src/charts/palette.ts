/** A colour of the design tokens, for what is drawn on a canvas. */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--color-${name}`).trim();
}

/** Red, green and blue of a token written as #rrggbb. */
export function channels(name: string): readonly [number, number, number] {
  const hex = Number.parseInt(token(name).slice(1), 16);
  return [(hex >> 16) & 255, (hex >> 8) & 255, hex & 255];
}
