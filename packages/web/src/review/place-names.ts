import { createContext } from "react";

/** 附带地名. Names of places by code that came with an answer, for places that no register holds. */
export const PlaceNamesContext = createContext<Readonly<Record<string, string>>>({});
