// What the page says where two papers of one report are compared.

const sides: readonly [string, string] = ["文件一", "文件二"];

export const chinesePapers = {
  button: "比较两份",
  title: "比较两份文件",
  what: "选同一份报告的两个文件，例如审定的稿子和公开的网页；也可以用列表里已经打开的。只比内容：格里的数、正文里的数、日期、落款、各部分和每句话；字体、换行、空格不算。",
  sides,
  open: "打开的这份",
  takeOpen: "用打开的这份",
  fromDesk: (side: number) => `${sides[side]}用列表里的一份`,
  row: (body: string, year: number | null, file: string) => [body, year === null ? "" : `${year}年`, file].filter(Boolean).join("　"),
  taken: (name: string, sha256: string) => `${name}，SHA-256：${sha256}`,
  file: (side: number, name: string, sha256: string) => `${sides[side]}：${name}　SHA-256：${sha256}`,
  reading: "正在读文件…",
  same: (cells: number, numbers: number) => `两份报告内容一致：比对了 ${cells} 格、正文里的 ${numbers} 个数和全部文字。`,
  differ: (n: number, cells: number, numbers: number) => `两份有 ${n} 处不同（比对了 ${cells} 格、正文里的 ${numbers} 个数和全部文字）。`,
  notCompared: (sentence: string) => `没有比较的：${sentence}`,
  where: "在哪里",
  line: (line: number) => `第 ${line} 行　`,
  nothing: "（没有）",
  side: (side: number, words: string) => `  ${sides[side]}：${words}`,
  copy: "复制比较结果",
  print: "打印",
  noReport: "没有认出年度报告，不能比较。",
  several: (n: number) => `这个文件里有 ${n} 份报告，请每份存成一个文件再比较。`,
  failed: "没有比较成，请再选一次文件。",
};
