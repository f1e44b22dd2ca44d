import type { ReactElement } from "react";

/** 印. The mark of the app: its name as a seal. */
export function SealMark(): ReactElement {
  return (
    <svg className="seal-mark" width="36" height="36" viewBox="0 0 36 36" aria-hidden="true">
      <rect x="1" y="1" width="34" height="34" rx="2" fill="var(--seal)" />
      <path d="M4.5 4.5h27v27h-27z" fill="none" stroke="var(--seal-text)" />
      <text x="18" y="17" textAnchor="middle">
        棋
      </text>
      <text x="18" y="29.6" textAnchor="middle">
        盘
      </text>
    </svg>
  );
}
