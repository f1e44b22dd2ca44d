/** 例句. A text of our own, about no fact, with the day it is said on where its words lean on one. */
export interface Sample {
  readonly name: "bulletin" | "report" | "minutes" | "chronicle";
  readonly text: string;
  readonly date: string;
}

/** 例句集. One for each way of writing that reading knows, of other regions than the pack. */
export const samples: readonly Sample[] = [
  {
    name: "bulletin",
    date: "",
    text: "2023年，合肥市新增公园绿地约120公顷，建成区绿化覆盖率45.2%，比上年提高0.8个百分点。1—6月，全市铁路发送旅客超3200万人次，同比增长约四成。",
  },
  {
    name: "report",
    date: "2024-03-01",
    text: "今年年底前，由市交通局牵头、市财政局配合，建成绵阳至德阳的城际公交环线。力争明年上半年开工建设涪江大桥，总投资约18.6亿元。到2027年，城镇污水处理率达到98%以上。",
  },
  {
    name: "minutes",
    date: "2022-05-20",
    text: "5月8日，成都市与重庆市在遂宁签署《川渝职业教育合作协议》。次日召开第三次联席会议，会议要求加快断头路建设，三季度前印发跨省公交运营方案。",
  },
  {
    name: "chronicle",
    date: "",
    text: "湾区大事记\n\n2019年6月26日，佛山至东莞城际铁路控制性工程开工。\n\n同年底，两市累计互认办事事项约1300项，比2017年增加400余项。",
  },
];
