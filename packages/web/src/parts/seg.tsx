import type { ReactElement } from "react";
import type { Key } from "react-aria-components";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";

/** One choice of a Seg; `title` is its full name for speech where the label is an abbreviation. */
export interface SegOption<K extends string> {
  readonly id: K;
  readonly label: string;
  readonly title?: string;
  readonly lang?: string;
}

/** 分段. One of a few views or values, all in sight; arrow keys move, exactly one is chosen. */
export function Seg<K extends string>(props: {
  readonly label: string;
  readonly options: readonly SegOption<K>[];
  readonly value: K;
  readonly onChange: (next: K) => void;
  readonly className?: string;
}): ReactElement {
  const pick = (keys: Set<Key>): void => {
    const next = props.options.find((option) => keys.has(option.id));
    if (next && next.id !== props.value) props.onChange(next.id);
  };
  return (
    <ToggleButtonGroup
      className={`seg ${props.className ?? ""}`}
      aria-label={props.label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.value]}
      onSelectionChange={pick}
    >
      {props.options.map((option) => (
        <ToggleButton
          key={option.id}
          id={option.id}
          {...(option.title ? { "aria-label": fullName(option.label, option.title) } : {})}
        >
          <span lang={option.lang}>{option.label}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** The spoken name starts with what is seen, so that it can be said to a voice control. */
function fullName(label: string, title: string): string {
  return title.includes(label) ? title : `${label} ${title}`;
}
