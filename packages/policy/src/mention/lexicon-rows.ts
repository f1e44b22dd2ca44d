/** 地名行. A place of the gazetteer: code, every name it goes by, administrative level, code of the place it lies in. */
export interface PlaceRow {
  readonly code: string;
  readonly names: readonly string[];
  readonly level: string;
  readonly parent: string | null;
}

/** 升降. Direction of a verb that governs a number and whether the number is its amount or its result. */
export interface ChangeMeaning {
  readonly direction: "up" | "down";
  readonly role: "amount" | "to";
}

/** 机构词尾. Class of body, and the characters that make the word another one: 开局, 委员. */
export interface SuffixMeaning {
  readonly class: string;
  readonly notAfter: string;
  readonly notBefore: string;
}
