import { type ReactElement, useEffect, useId, useState } from "react";

const restMilliseconds = 250;

/** 筛字. Words that narrow a list. What is typed stands at once; the address follows when the typing rests. */
export function FilterField(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (next: string) => void;
}): ReactElement {
  const id = useId();
  const [typed, setTyped] = useTyped(props.value, props.onChange);
  return (
    <div className="list-filter">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="search"
        placeholder={props.placeholder}
        value={typed}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  );
}

function useTyped(value: string, onChange: (next: string) => void): [string, (next: string) => void] {
  const [typed, setTyped] = useState(value);
  const [said, setSaid] = useState(value);
  if (value !== said) {
    setSaid(value); // the address changed from outside: back, or a link that clears the filters
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => {
      setSaid(typed);
      onChange(typed);
    }, restMilliseconds);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return [typed, setTyped];
}
