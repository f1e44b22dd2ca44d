import type { Random } from "./seeded.ts";

/** 损法. One way in which pages and converters spoil a text; takes a text of one paragraph a line, gives the spoiled one. */
export type Damage = (text: string, random: Random) => string;
