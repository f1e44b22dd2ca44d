import { readMeasure } from "./measures/read.ts";
for (const f of await readMeasure.take((s) => console.error(s)))
  console.log(f.name.padEnd(50), f.value.toPrecision(4), f.unit, f.note);
