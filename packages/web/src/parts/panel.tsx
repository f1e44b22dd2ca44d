import { type ReactElement, type ReactNode, useId, useRef } from "react";
import { useWords } from "../words/use-words.ts";
import { useFocusIn } from "./use-focus-in.ts";

/**
 * 侧栏. A named region beside the page. Focus moves in when it opens and goes back where it came from when it closes;
 * Esc closes. Without `onClose` it is a fixed part of the page and takes no focus. On a phone it follows the page.
 */
export function Panel(props: {
  readonly title: ReactNode;
  readonly onClose?: () => void;
  readonly children: ReactNode;
  readonly className?: string;
}): ReactElement {
  const { frame } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const { onClose } = props;
  useFocusIn(heading, onClose !== undefined);
  return (
    <aside
      className={`panel ${props.className ?? ""}`}
      aria-labelledby={id}
      onKeyDown={(event) => (event.key === "Escape" && onClose ? onClose() : undefined)}
    >
      <div className="panel-head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {props.title}
        </h2>
        {onClose ? (
          <button type="button" className="btn plain" onClick={onClose}>
            {frame.close}
          </button>
        ) : null}
      </div>
      {props.children}
    </aside>
  );
}
