// What the page says of a county's own profile.

const blankCells: [string, string][] = [
  ["", "不另作要求"],
  ["allowed", "没有数的格空着"],
  ["zero", "没有数的格填 0"],
];

export const chineseProfile = {
  title: "本级要求（主管部门填写，存成文件发给各单位）",
  what: "把本地编制通知的要求写在这里，点“使用”后按它核对，由它得出的问题写明依据“本级要求”。只记在这台电脑的浏览器里；存成 gouji.json 可以发给各单位，由他们打开；也可以放进网页，连网页一起发。",
  fields: {
    name: "名称（如：禾川县）",
    blankCells: "空白格",
    deadlines: "公布期限（写月-日，如 01-20；只能早于国家规定的期限）",
    figures: "第一部分要写明的数（一行一项；几种叫法用 / 隔开）",
    prescribed: "通知规定要写的话，不算照抄（一行一句；各单位不同的地方写 ××）",
    bodies: "单位和级别（一行一个，如：柳溪镇人民政府，乡镇、街道）",
  },
  blankCells,
  rules: (n: number) => (n === 0 ? "没有改变规则。" : `改变了 ${n} 条规则。`),
  takeRules: "取上面改过的规则",
  use: "使用",
  open: "打开文件",
  save: "存成文件",
  clear: "不用了",
  used: "已按这份要求核对。",
  saved: "已使用并存成文件。",
  cleared: "不再使用本级要求。",
  opened: (name: string) => `已打开 ${name}，并按它核对。`,
  refused: (name: string, fault: string) => `${name} 写得不对：${fault}`,
  carried: (name: string, used: boolean) => `这份页面带有${name ? `“${name}”的` : ""}本级要求，${used ? "正按它核对。" : "现在用的是您自己选的。"}`,
  takeCarried: "改用页面带的",
  page: "做一份带这份要求的网页",
  pageWhat: "把上面的要求放进网页里：选您手里的 gouji.html（网站选 index.html），另存一份，发给各单位，打开就按它核对。原文件不变。新文件多了这一段，它的 SHA-256 与公布的不同。",
  noPage: (name: string) => `${name} 不是勾稽原来的网页文件，没有另存。浏览器“另存为”存下来的网页可能已经变了，请选下载来的原文件。`,
  intoPage: (name: string) => `已使用，并另存了带这份要求的 ${name}。`,
  carriedWrong: (fault: string) => `这份页面带的本级要求写得不对，没有使用：${fault}`,
  cannotTry: "没有检查成，请再试一次。",
};
