import { vi } from "vitest";

/** In place of the browser's; a test says what happens to it. */
export class FakeSocket {
  static made: FakeSocket[] = [];
  onopen = () => {};
  onclose = () => {};
  onmessage = (_: { data: unknown }) => {};
  close = vi.fn();

  constructor(
    readonly url: string,
    readonly protocols: string[],
  ) {
    FakeSocket.made.push(this);
  }

  static get newest(): FakeSocket {
    const last = FakeSocket.made.at(-1);
    if (!last) throw new Error("none was opened");
    return last;
  }

  hear(message: object): void {
    this.onmessage({ data: JSON.stringify(message) });
  }
}
