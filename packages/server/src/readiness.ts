/** 就绪步骤. One step of getting ready, with how far it has come; `total` 0 when it cannot be told. */
export interface ReadyStep {
  readonly name: string;
  readonly state: "waiting" | "running" | "done" | "failed";
  readonly done: number;
  readonly total: number;
  readonly message: string | null;
}

/** 就绪. What must have happened before questions are answered, in order. */
export interface Readiness {
  steps(): readonly ReadyStep[];
  isReady(): boolean;
  /** Runs a step; a failure is marked and thrown on. */
  run<T>(name: string, work: (progress: Progress) => Promise<T>): Promise<T>;
}

/** Reports how far a step has come: pieces done, pieces in all, and what is being done. */
export type Progress = (done: number, total: number, message?: string) => void;

/** Makes a readiness of named steps, all waiting. Running a name that is not among them throws. */
export function readinessOf(names: readonly string[]): Readiness {
  const steps = new Map<string, ReadyStep>(
    names.map((name) => [name, { name, state: "waiting", done: 0, total: 0, message: null }]),
  );
  const change = (name: string, changes: Partial<ReadyStep>): void => {
    const step = steps.get(name);
    if (!step) throw new Error(`No step "${name}" among ${names.join(", ")}`);
    steps.set(name, { ...step, ...changes });
  };
  return {
    steps: () => [...steps.values()],
    isReady: () => [...steps.values()].every(({ state }) => state === "done"),
    run: async (name, work) => {
      change(name, { state: "running" });
      try {
        const result = await work((done, total, message) => change(name, { done, total, message: message ?? null }));
        change(name, { state: "done", message: null });
        return result;
      } catch (failure) {
        change(name, { state: "failed", message: "see the log" });
        throw failure;
      }
    },
  };
}
