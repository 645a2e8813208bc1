import { Tooltip } from "radix-ui";
import { type ReactNode, useRef, useState } from "react";

interface Props {
  /** What is explained; it must be able to take the focus. */
  readonly children: ReactNode;
  readonly text: ReactNode;
  readonly side?: "top" | "bottom" | "left" | "right";
}

/** An explanation that appears on hover and on focus, and is read out with what it explains. */
export function Hint({ children, text, side = "top" }: Props) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  // To close when the page scrolls is right for the mouse. The keyboard's focus scrolls by itself.
  const change = (wanted: boolean) =>
    setOpen(wanted || (open && trigger.current?.matches(":focus-visible") === true));
  const close = (event: KeyboardEvent) => {
    event.preventDefault();
    setOpen(false);
  };
  return (
    <Tooltip.Provider delayDuration={150}>
      <Tooltip.Root open={open} onOpenChange={change}>
        <Tooltip.Trigger asChild ref={trigger}>
          {children}
        </Tooltip.Trigger>
        <Tooltip.Portal>
          <Tooltip.Content
            side={side}
            sideOffset={6}
            collisionPadding={12}
            onEscapeKeyDown={close}
            className="z-40 max-w-sm rounded-small border border-edge bg-lifted px-3 py-2 text-small text-text shadow-float"
          >
            {text}
          </Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
    </Tooltip.Provider>
  );
}
