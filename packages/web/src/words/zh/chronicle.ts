import { count } from "../../format/number.ts";

const digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;
const months = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"] as const;

/** Words of 纪事. */
export const chronicle = {
  title: "纪事",
  years: "年份",
  yearLink: (year: number, n: number) => `${year}年，${count(n)}条`,
  yearName: (year: number) => `${Array.from(String(year), (digit) => digits[Number(digit)] ?? digit).join("")}年`,
  month: (month: number) => `${months[month - 1] ?? month}月`,
  wholeYear: "全年",
  entries: (n: number) => `${count(n)}条`,
  day: (day: number, month: number | null) => `${month === null ? "" : `${month}月`}${day}日`,
  days: (from: string, to: string) => `${from.replace(/日$/u, "")}—${to}`,
  sameDay: "同日",
  spans: { month: "本月", quarter: "本季", half: "半年", year: "本年", "multi-year": "数年" },
  domains: "领域",
  allDomains: "全部",
  balance: "收录均衡",
  balanceNote: (n: number) => `按地点计；本年${count(n)}条没有写地点`,
  balanceAll: "按地点计",
  balanceScale: (n: number) => `一点${count(n)}条`,
  columns: { "110000": "京", "120000": "津", "130000": "冀", JJJ: "三地", CN: "全国", elsewhere: "他处" },
  columnNames: {
    "110000": "北京",
    "120000": "天津",
    "130000": "河北",
    JJJ: "三地共同",
    CN: "全国",
    elsewhere: "三地以外或只写了名字",
  },
  take: "取走",
  print: "打印",
  cut: "原文在此断开",
  none: "这一年没有收录的事",
  noneDomain: "这一年这个领域没有收录的事",
  nothing: "还没有收录的事",
  nothingText: "收进文件、审过读出，纪事就有了。",
  nothingAction: "到文件",
  table: "按台账看",
};
