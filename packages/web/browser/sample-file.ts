/**
 * 样本. A chronicle of our own, about years that no pack has, with a broken line and two equal days. Its first line of
 * text is another one at every run, so that a server that keeps running takes it as a new document.
 */
export const sampleChronicle = `样本协同纪事（2031.1—2031.12）

样本编号${process.pid}之${Date.now()}。

2031年

1月

1月8日 北京市与天津市签署样本园区合作协议，约定共建三个实验
室。

同日 样本园区一期工程开工。

1月21日 天津市样本服务中心启用，面积1.2万平方米。

2月

2月3日 河北省样本枢纽站投入使用。

本月 三地样本联席会议召开第五次会议。
`;

/** The same file under its name, as a file chooser takes it. */
export const sampleFile = {
  name: "样本协同纪事.txt",
  mimeType: "text/plain",
  buffer: Buffer.from(sampleChronicle, "utf8"),
};
