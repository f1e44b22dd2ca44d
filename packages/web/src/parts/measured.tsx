import { type ReactElement, type ReactNode, useLayoutEffect, useRef, useState } from "react";

/** 量宽. Hands its width in CSS pixels to what it draws, so that figures are redrawn at width and never scrolled or squeezed. */
export function Measured({
  className,
  children,
}: {
  readonly className?: string;
  readonly children: (width: number) => ReactNode;
}): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = (): void => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div className={className} ref={place}>
      {width > 0 ? children(width) : null}
    </div>
  );
}
