import { Tooltip } from "radix-ui";
import type { ReactNode } from "react";

interface Props {
  /** What is explained; it must be able to take the focus. */
  readonly children: ReactNode;
  readonly text: ReactNode;
  readonly side?: "top" | "bottom" | "left" | "right";
}

/** An explanation that appears on hover and on focus, and is read out with what it explains. */
export function Hint({ children, text, side = "top" }: Props) {
  return (
    <Tooltip.Provider delayDuration={150}>
      <Tooltip.Root>
        <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
        <Tooltip.Portal>
          <Tooltip.Content
            side={side}
            sideOffset={6}
            collisionPadding={12}
            className="z-40 max-w-sm rounded-small border border-edge bg-lifted px-3 py-2 text-small text-text shadow-float"
          >
            {text}
          </Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
    </Tooltip.Provider>
  );
}
