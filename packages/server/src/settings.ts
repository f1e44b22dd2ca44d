/** 设置项. One environment variable: its default as it would be written (null: unset) and its meaning. */
export interface Setting {
  readonly name: string;
  readonly form: string;
  readonly initial: string | null;
  readonly zh: string;
  readonly en: string;
}

/** 全部设置. Every environment variable that Qipan reads; `docs/generated/settings.md` is made from this table. */
export const settings = [
  {
    name: "QIPAN_HOST",
    form: "127.0.0.1, ::1 or localhost",
    initial: "127.0.0.1",
    zh: "监听地址；用户账户建立之前只接受本机地址",
    en: "Address to listen on; this machine only until user accounts exist",
  },
  {
    name: "QIPAN_PORT",
    form: "0 to 65535",
    initial: "8620",
    zh: "监听端口；0 由系统选定",
    en: "Port to listen on; 0 lets the system choose",
  },
  {
    name: "QIPAN_DATA",
    form: "path of a folder",
    initial: "./.qipan",
    zh: "数据目录：内嵌数据库、口令文件；相对路径从项目根目录算起",
    en: "Data folder: embedded database, tokens; a relative path starts at the project root",
  },
  {
    name: "DATABASE_URL",
    form: "postgres://user@host:port/database",
    initial: null,
    zh: "改用这台 PostgreSQL（15 或更新），不用内嵌数据库",
    en: "Use this PostgreSQL server (15 or newer) instead of the embedded database",
  },
  {
    name: "QIPAN_APP_PASSWORD",
    form: "text",
    initial: null,
    zh: "配合 DATABASE_URL：应用角色 qipan_app 的口令；不设则由 DATABASE_URL 的口令推出",
    en: "With DATABASE_URL: password of the role qipan_app; unset: derived from the password in DATABASE_URL",
  },
  {
    name: "QIPAN_PROFILE",
    form: "demo or office",
    initial: "demo",
    zh: "demo 演示：未核数值参与判定并加标记；office 办公：未核数值不参与判定",
    en: "demo: values not yet checked take part in verdicts, marked; office: they are left out",
  },
  {
    name: "QIPAN_PUBLIC_URL",
    form: "http(s) address",
    initial: null,
    zh: "反向代理对外的地址；其主机名进入允许名单。设置后网页只读：本机操作员身份不再随网页发放",
    en: "Address of the reverse proxy in front; its host joins the allow-list. Once set, pages are read-only: they no longer carry the local operator's session",
  },
  {
    name: "QIPAN_TODAY",
    form: "YYYY-MM-DD",
    initial: null,
    zh: "固定的今天，用于演示和测试；不设则取亚洲/上海的时钟",
    en: "A fixed today for demonstrations and tests; unset: the clock in Asia/Shanghai",
  },
  {
    name: "QIPAN_LOG",
    form: "silent, error, warn, info or debug",
    initial: "warn",
    zh: "日志级别；日志写到标准错误，每行一个 JSON 对象；debug 记下每次请求",
    en: "Level of the log, which goes to standard error, one JSON object a line; debug writes every request",
  },
  {
    name: "QIPAN_DEBUG",
    form: "1",
    initial: null,
    zh: "命令行出错时附上调用栈",
    en: "The command line shows the stack of a failure",
  },
] as const satisfies readonly Setting[];

export type SettingName = (typeof settings)[number]["name"];
