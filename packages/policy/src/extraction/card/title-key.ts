import { fold } from "../../text/fold.ts";

/**
 * 比对形. A title as titles are compared: without 《》, quotation marks, spaces and dashes, look-alikes and traditional forms
 * made equal. Brackets with years stay, for two plans may differ in nothing else. An empty title gives the empty string.
 * @example titleKey("《某地“十三五”规划（2016—2020年）》") // "某地十三五规划(2016-2020年)"
 */
export function titleKey(title: string): string {
  return fold(title)
    .replaceAll(/[—–－~～至]+(?=\d)/gu, "-")
    .replaceAll(/[\s《》〈〉“”"‘’'「」『』]/gu, "")
    .replaceAll("（", "(")
    .replaceAll("）", ")");
}

/** 无年份形. The same without a bracket at its end, by which a plan is often called; equal to the key where it has none. */
export function bareTitleKey(title: string): string {
  return titleKey(title).replace(/\((?:(?:19|20)\d\d[-年].*|试行|暂行|修订版?|征求意见稿|草案)\)$/u, "");
}
