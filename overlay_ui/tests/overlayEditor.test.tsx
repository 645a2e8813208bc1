/** @jsxImportSource preact */
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Overlay } from "../src/overlay/Overlay";

const api = { move_by: vi.fn(), set_scale: vi.fn(), set_opacity: vi.fn(), done: vi.fn() };

beforeEach(async () => {
  vi.clearAllMocks();
  window.pywebview = { api };
  history.replaceState(null, "", "#edit=1&bare=1&scale=1");
  await act(() => render(<Overlay />, document.body));
});
afterEach(() => {
  render(null, document.body);
  delete window.pywebview;
});

function part(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`there is no ${selector}`);
  return found;
}

async function slide(at: number, value: string, kind: string): Promise<void> {
  const slider = document.querySelectorAll("input").item(at);
  slider.value = value;
  await act(() => void slider.dispatchEvent(new Event(kind, { bubbles: true })));
}

test("the window is dragged by how far the pointer went on the screen", () => {
  const handle = part(".handle");
  const send = (kind: string, screenX: number, screenY: number) =>
    handle.dispatchEvent(new PointerEvent(kind, { screenX, screenY, pointerId: 1 }));
  handle.setPointerCapture = vi.fn();
  send("pointermove", 5, 5);
  expect(api.move_by).not.toHaveBeenCalled();
  send("pointerdown", 100, 100);
  send("pointermove", 110, 95);
  send("pointermove", 111, 95);
  send("pointerup", 111, 95);
  send("pointermove", 300, 300);
  expect(api.move_by.mock.calls).toEqual([
    [10, -5],
    [1, 0],
  ]);
});

test("arrow keys move the window too", () => {
  part(".handle").dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowUp" }));
  expect(api.move_by).toHaveBeenCalledWith(0, -8);
});

test("opacity follows the slider, size waits until it is let go", async () => {
  await slide(1, "95", "input");
  expect(api.set_opacity).toHaveBeenLastCalledWith(0.95);
  expect(location.hash).toContain("opacity=0.95");
  await slide(0, "120", "input");
  expect(api.set_scale).not.toHaveBeenCalled();
  await slide(0, "120", "change");
  const chosen = Number(((1.2 * screen.height) / 1080).toFixed(3));
  expect(api.set_scale).toHaveBeenLastCalledWith(chosen);
  expect(location.hash).toContain(`scale=${chosen}`);
});

test("done goes back to the card", async () => {
  await act(() => part(".button-main").click());
  expect(api.done).toHaveBeenCalledOnce();
  expect(location.hash).not.toContain("edit");
  expect(document.querySelector(".editor")).toBeNull();
});

test("escape is done", async () => {
  await act(() => void window.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" })));
  expect(api.done).toHaveBeenCalledOnce();
});

test("what the window asks of the address holds at once", async () => {
  location.hash = "#scale=1.5&opacity=0.9&place=top";
  await act(() => void window.dispatchEvent(new HashChangeEvent("hashchange")));
  expect(document.documentElement.style.getPropertyValue("--scale")).toBe("1.5");
  expect(document.documentElement.style.getPropertyValue("--solid")).toBe("0.9");
  expect(part(".stage").dataset.place).toBe("top");
  expect(document.querySelector(".editor")).toBeNull();
});
