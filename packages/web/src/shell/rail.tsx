import { Link, useLocation } from "@tanstack/react-router";
import { Fragment, type ReactElement } from "react";
import { useWords } from "../words/use-words.ts";
import { moduleOf, modules } from "./modules.ts";
import { SealMark } from "./seal-mark.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

/** 轨. The board line with one stone: the stone says where you are. On a phone it lies at the bottom. */
export function Rail(): ReactElement {
  const { frame } = useWords();
  const here = moduleOf(useLocation().pathname);
  return (
    <nav className="rail" aria-label={frame.modules}>
      <Link className="mark" to="/" aria-label={`${frame.mark} · ${frame.modulesOf.board}`}>
        <SealMark />
      </Link>
      <ol>
        {modules.map((module, index) => (
          <Fragment key={module.name}>
            {module.group && module.group !== modules[index - 1]?.group ? (
              <li className="g" aria-hidden="true">
                <b>{frame.groups[module.group]}</b>
              </li>
            ) : null}
            <li>
              <Link to={module.to} aria-current={module === here ? "page" : undefined}>
                {frame.modulesOf[module.name]}
              </Link>
            </li>
          </Fragment>
        ))}
      </ol>
      <ThemeSwitch />
    </nav>
  );
}
