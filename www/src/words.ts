// Every sentence the page says, in one place.
import type { CellStatus, Checked, Severity, VerdictName } from "./contract";
import type { Failure } from "./engine/failure";
import type { Part } from "./grouping";

const parts: Record<Part, string> = {
  whole: "整篇报告",
  opening: "标题和开头",
  1: "一、总体情况",
  2: "二、主动公开政府信息情况",
  3: "三、收到和处理政府信息公开申请情况",
  4: "四、政府信息公开行政复议、行政诉讼情况",
  5: "五、存在的主要问题及改进情况",
  6: "六、其他需要报告的事项",
  closing: "落款和附件",
  statistics: "附：政府信息公开情况统计表",
};

const partsShort: Record<Part, string> = {
  whole: "全文",
  opening: "开头",
  1: "第一部分",
  2: "第二部分",
  3: "第三部分",
  4: "第四部分",
  5: "第五部分",
  6: "第六部分",
  closing: "文末",
  statistics: "附表",
};

const severity: Record<Severity, string> = { error: "错误", warning: "提醒", info: "建议" };

const levels: [string, string][] = [
  ["", "自动判断"],
  ["township", "乡镇、街道"],
  ["department", "政府部门"],
  ["county", "县级政府"],
  ["city", "市级政府"],
  ["province", "省级政府"],
];

export const words = {
  name: "勾稽",
  subject: "政府信息公开工作年度报告核对",
  privacyShort: "不上传，不保存",
  privacyWhy: "文字只在这台电脑上核对，网页被禁止联网发送任何内容；关掉网页，文字就没有了。",
  privacy: {
    title: "怎样自己验证文字没有发出去",
    steps: [
      "网页打开以后，拔掉网线或者断开 Wi-Fi，再粘贴核对：结果一样出来。",
      "或者按 F12 打开开发者工具，点“网络”（Network），再粘贴核对：列表里一条新的请求也没有。",
      "关掉网页再打开：框里是空的，什么也没有留下。",
    ],
    limits: "浏览器插件和输入法不归网页管。特别在意时，请断网使用，或者用浏览器的无痕窗口。",
    saveWhy: "想在不连网的电脑上用：",
    save: "保存离线版（gouji.html）",
  },
  news: {
    ready: "新版本已经准备好。换用时网页会重新打开，请先把框里的文字复制出来。",
    use: "现在换用",
    later: "以后再说",
  },
  skip: "跳到核对结果",
  theme: { light: "换成浅色", dark: "换成深色" },

  source: {
    title: "年报原文",
    placeholder: "把年度报告全文粘贴到这里（Ctrl+V）。\n从 Word、WPS、网页或表格里复制的都可以，也可以把 .txt、.md 文件拖进来。",
    example: "看示例",
    open: "打开文件",
    find: "查找",
    undo: "撤销",
    clear: "清空",
    size: (characters: number) => (characters === 0 ? "" : `${characters.toLocaleString("zh-CN")} 字`),
    cleared: "已清空。点“撤销”可以找回。",
    replaced: "原来的文字已换掉。点“撤销”可以找回。",
    dropHere: "松开鼠标，打开这个文件",
    more: "补充信息（可不填）",
    published: "公布日期",
    publishedWrong: "请写成 2025-01-20 这样的日期。",
    level: "单位级别",
    levels,
    notText: "这里只能打开 .txt 和 .md 文本文件。Word、WPS、PDF 请先打开原文件，全选、复制，再粘贴到这里。",
    cannotOpen: "这个文件读不出来。请打开原文件，全选、复制，再粘贴到这里。",
    opened: (name: string, encoding: string) => `已打开 ${name}（编码 ${encoding.toUpperCase()}）。`,
  },

  start: {
    title: "贴进年报，马上看到哪里对不上",
    steps: [
      ["复制", "打开年报（Word、WPS 或网页），全选、复制。"],
      ["粘贴", "粘贴到原文框里，不用整理格式。"],
      ["核对", "这里会按统一格式画出三张表，标出每处问题、理由和改法。"],
    ],
    checksTitle: "核对什么",
    checks: [
      "三张表的勾稽关系：合计、横竖相加、新收＋结转＝办理＋结转下年",
      "正文里的数字和表格是否一致",
      "六个部分、表格行列是否齐全，用的是不是当年的格式",
      "日期、统计期限、错别字、不该公开的电话和号码",
    ],
    basis: "依据国办公开办函〔2021〕30号和〔2019〕60号格式、《政府信息公开条例》。",
  },

  verdict: {
    starting: "正在准备核对程序…",
    checking: "正在核对…",
    errors: (n: number) => `有 ${n} 处错误，公开前请改正`,
    warnings: (n: number) => `没有发现错误，有 ${n} 处需要核对`,
    clean: "核对通过，没有发现问题",
    incomplete: "没有核对完，不能算通过",
    unreadable: "没有认出年度报告，什么也没有核对",
    unreadableHelp: [
      "粘贴的是不是年度报告全文？请从标题开始，一直复制到落款，三张表也要复制。",
      "原文是不是图片或扫描件？图片里的字复制不出来，请用可以选中文字的 Word、WPS 或网页。",
      "左边的字是不是乱码？请换一个程序打开原文件，再复制一次。",
    ],
    incompleteHelp: "有表格缺失，或者有些数无法确定。请看下面没有核对的项目，对照原文处理后再看结果。",
    named: {
      errors: "有错误",
      warnings: "需核对",
      clean: "通过",
      incomplete: "未核对完",
      unreadable: "认不出",
    } satisfies Record<VerdictName, string>,
    counts: (counts: Record<Severity, number>) =>
      (["error", "warning", "info"] as const).map((name) => `${severity[name]} ${counts[name]}`).join(" · "),
    checked: (c: Checked) => {
      const done = [
        `${c.tables} 张表 ${c.cells} 格`,
        `${c.sums} 个等式`,
        `${c.facts} 处文字数字`,
        ...(c.dates > 0 ? [`${c.dates} 处日期`] : []),
      ];
      return `已核对：${done.join("、")}`;
    },
    unchecked: (n: number) => `另有 ${n} 项没有核对`,
    untitled: "没有找到标题",
    form: (notice: string) => `按 ${notice} 格式`,
    noForm: "没有认出表格",
    signed: (date: string) => `落款 ${date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日")}`,
    corrected: (n: number) => `有 ${n} 格用的是您填写的数`,
    dropCorrections: "全部还原",
    copy: "复制结果",
    copied: "已复制，可以粘贴到 Word 或聊天窗口。",
    copiedShort: "已复制 ✓",
    copyByHand: "浏览器不允许自动复制。请按 Ctrl+C 复制下面的文字。",
    close: "关闭",
    tooLong: (megabytes: number, limit: number) =>
      `文字太长（${megabytes.toFixed(1)} MB），超过 ${limit} MB 的上限，没有核对。文字还在框里，请只保留年度报告本身。`,
    crashed: "核对程序出了差错，已经重新启动。文字没有丢失。请改动文字后再看结果，或者点“再试一次”。",
    noMemory: "内存不够，没有核对完。文字没有丢失。请关掉其他网页和程序，再点“再试一次”。",
    cancelled: "已停止核对。文字没有丢失。想继续请点“再试一次”。",
    again: "再试一次",
    goesOn: (characters: number, seconds: number) => `正在核对 ${characters.toLocaleString("zh-CN")} 字，已用 ${seconds} 秒`,
    cancel: "停止核对",
    cannotStart: {
      damaged: "网页文件不完整，或者被改动过，没有核对。请重新下载这个网页，再打开。",
      blocked: "这个网站的安全设置不让核对程序运行。请把本页另存到电脑上，双击打开存下来的文件。",
      "too-old": "这个浏览器太旧，运行不了核对程序。请换用 Chrome 72、火狐 68、Safari 12.1 或更新的浏览器，国产浏览器请切换到“极速模式”。",
      "no-memory": "电脑的内存不够，核对程序没有启动。请关掉其他网页和程序，再刷新本页。",
      internal: "核对程序没有启动。请换一个浏览器打开本页。",
    } satisfies Record<Failure, string>,
    reports: (n: number) => `文中有 ${n} 份年报，分别核对：`,
    report: (i: number, organization: string | null, year: number | null) =>
      organization ? `${organization}${year ? ` ${year} 年` : ""}` : `第 ${i} 份`,
  },

  findings: {
    title: "问题",
    none: "没有发现问题。",
    noneSoFar: "已核对的部分没有发现问题，没有核对的部分见下面。",
    allHidden: "问题都被筛掉了。",
    severity,
    hidden: (n: number) => `已隐藏 ${n} 处`,
    showAll: "全部显示",
    byPart: "按部分",
    bySeverity: "按轻重",
    parts,
    partsShort,
    items: (n: number) => `${n} 处`,
    line: (n: number) => `第 ${n} 行`,
    why: "依据",
    basis: "依据：",
    reason: "为什么查：",
    fix: (text: string) => (text === "" ? "删去这段文字" : `改成“${text}”`),
    fixAll: (n: number) => `改好这 ${n} 处`,
    unchecked: "没有核对的项目",
    position: (i: number, n: number) => `问题 ${i}／${n}`,
  },

  tables: {
    title: "表格",
    titles: { disclosure: parts[2], requests: parts[3], disputes: parts[4], statistics: parts.statistics },
    missing: "报告里没有找到这张表，下面是空的样表。",
    none: "没有认出表格。",
    status: {
      value: "",
      blank: "空白",
      placeholder: "占位符",
      text: "不是数字",
      missing: "缺这一格",
      uncertain: "请核对",
    } satisfies Record<CellStatus, string>,
    blankSign: "空",
    missingSign: "缺",
    faulty: { error: "有错误", warning: "有提醒", info: "有建议" } satisfies Record<Severity, string>,
    corrected: "您填写的数",
    nothing: "这一格没有问题。",
  },

  inspector: {
    title: "查看",
    previous: "上一处",
    next: "下一处",
    close: "关闭",
    fillIn: "逐格填写",
    showText: "看原文",
    showTable: "看表格",
    showList: "看列表",
    readAs: {
      value: "读作",
      blank: "这一格是空的。合计时按 0 计算。",
      placeholder: "这一格填的不是数字。合计时按 0 计算。",
      text: "这一格填的是文字。",
      missing: "报告里没有这一格。",
      uncertain: "这里的数无法确定属于哪一格，请对照原文填写。",
    },
    correct: "读错了，改正",
    number: "这一格的数",
    use: "用这个数",
    useAndNext: "填好，看下一格",
    restore: "还原为原文的数",
    notNumber: "请填一个数，例如 3 或 12.5。",
    oneReportOnly: "一次粘贴了几份年报，不能在这里改数。请分开核对。",
    uncertainLeft: (n: number) => `还有 ${n} 格待核对`,
  },

  footer: (version: string) => `勾稽 ${version} · 只作提示，以原文件和主管部门要求为准`,
};
