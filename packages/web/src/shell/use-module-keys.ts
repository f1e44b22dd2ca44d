import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { modules } from "./modules.ts";

/** 去模块. `g` and then a module's letter goes there. Letters act only outside inputs. */
export function useModuleKeys(): void {
  const navigate = useNavigate();
  useEffect(() => {
    let armed = 0;
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === "g") {
        armed = event.timeStamp;
        return;
      }
      const module = modules.find((module) => module.key === event.key);
      if (module && armed > 0 && event.timeStamp - armed < 1500) void navigate({ to: module.to });
      armed = 0;
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [navigate]);
}

/** Whether the key goes into a field. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName))
  );
}
