/** What the window around the page can do; there is none in a browser. */
interface DesktopWindow {
  move_by(dx: number, dy: number): unknown;
  set_scale(scale: number): unknown;
  set_opacity(opacity: number): unknown;
  /** The size of the card, so that the window is no larger; 0, 0 if nothing is shown. */
  fit(width: number, height: number): unknown;
  done(): unknown;
}

declare global {
  interface Window {
    pywebview?: { readonly api?: Partial<DesktopWindow> };
  }
}

/** The window; its functions come some time after the page, and some windows have fewer. */
export function desktop(): Partial<DesktopWindow> {
  return window.pywebview?.api ?? {};
}
