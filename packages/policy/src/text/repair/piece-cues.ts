/**
 * 版面用语. Words by which a page of a newspaper or of the net marks what is not its main text. They stand here and not in
 * the lexicon, because addresses of sentences depend on them: the same text has the same addresses for everyone.
 */
export const pieceCues = {
  /** 图题用语: words at the beginning of a caption. */
  caption: ["图为", "图①", "图②", "图③", "图④", "上图", "下图", "左图", "右图", "题图", "图片说明", "资料图"],
  /** 署图: last words of a credit, after the name; 发 and 供图 after an agency or body. */
  credit: ["摄影报道", "摄影", "摄", "供图", "制图", "绘图"],
  /** 图片来源: a credit by itself. */
  source: ["新华社发", "新华社照片", "资料图片", "资料照片", "图片来源", "视觉中国"],
  /** 链接类: whole heading of a side piece, or before its title. */
  aside: [
    "链接",
    "相关链接",
    "新闻链接",
    "背景链接",
    "知识链接",
    "政策链接",
    "资料链接",
    "延伸阅读",
    "延伸",
    "相关阅读",
    "新闻背景",
    "背景资料",
    "相关背景",
    "新闻多一点",
    "名词解释",
    "小贴士",
    "小资料",
    "大事记摘要",
  ],
  /** 编者按类: before a paragraph that is an aside by itself. */
  note: ["编者按", "编者的话", "编后语", "编后"],
  /** 评论类: whole heading of a comment, or before its title. */
  comment: [
    "评论",
    "短评",
    "时评",
    "快评",
    "锐评",
    "微评",
    "社论",
    "社评",
    "观点",
    "本报评论员",
    "记者手记",
    "采访手记",
    "记者观察",
    "专家点评",
  ],
  /** 署名: who reports; a name follows. */
  reporter: ["记者", "通讯员", "特约记者", "实习记者"],
  /** 署名: who comments; a name may follow. */
  commentator: ["评论员", "特约评论员"],
  /** 版面责任: before names at the foot of a page. */
  staff: [
    "本版撰文",
    "本版编辑",
    "本版责编",
    "责任编辑",
    "责编",
    "编辑",
    "美编",
    "版式",
    "校对",
    "统筹",
    "策划",
    "审核",
    "制图",
    "撰文",
    "文字整理",
  ],
} as const satisfies Record<string, readonly string[]>;

/** 择一. A pattern that takes any of the words, the longest first. */
export function anyOf(words: readonly string[]): string {
  return `(?:${words.toSorted((a, b) => b.length - a.length).join("|")})`;
}
