// The reports of an invented county: twenty townships in two years and the county's own, with faults planted among them.
import { readFileSync } from "node:fs";

import { REPORT } from "./page-object.mjs";

const examples = readFileSync(new URL("../../www/src/shell/examples.ts", import.meta.url), "utf8");
/** As the page puts its example right. */
const SOUND = eval(`[${examples.match(/const faults[^=]*= \[([\s\S]*?)\n\];/)[1]}]`).reduce((text, [wrong, right]) => text.replace(wrong, right), REPORT);

export const TOWNS = Array.from("云岭松溪河口梅园石桥青山竹坪沙湾莲塘枫林白鹭金坡桃花龙潭凤台西华南丰北川东湖中洲".match(/../g), (name) => `${name}镇`);

const zeros = (first, second) => [first, second, 0, 0, 0, 0, first + second].join("\t");

/** A sound report of a body: so many applications came in from persons, one more from a company. */
export function report(body, year, persons, { carriedIn = 1, carriedOut = 1, said = persons + 1, inTable = persons } = {}) {
  const closed = persons + carriedIn - carriedOut;
  return SOUND.replace(/柳溪镇人民政府/g, body === "青禾县" ? "人民政府" : `${body}人民政府`)
    .replace(/柳溪镇/g, body === "青禾县" ? "本县" : body)
    .replace(/2024年/g, `${year}年`)
    .replace(/2025年1月18日/, `${year + 1}年1月${10 + (persons % 9)}日`)
    .replace("数量\t4\t1\t0\t0\t0\t0\t5", `数量\t${zeros(inTable, 1)}`)
    .replace("数量\t1\t0\t0\t0\t0\t0\t1", `数量\t${zeros(carriedIn, 0)}`)
    .replace("（一）予以公开\t2\t1\t0\t0\t0\t0\t3", `（一）予以公开\t${zeros(closed - 2, 1)}`)
    .replace("（七）总计\t4\t1\t0\t0\t0\t0\t5", `（七）总计\t${zeros(closed, 1)}`)
    .replace("继续办理\t1\t0\t0\t0\t0\t0\t1", `继续办理\t${zeros(carriedOut, 0)}`)
    .replace("申请5件", `申请${said}件`);
}

export const persons = (town, year) => 6 + town * 2 + (2024 - year);

/** This year's report of a town, as it is handed in; the third has taken in more than it carried over, the sixth says another number than its table. */
export function ofTown(town, year) {
  const own = { 2: year === 2024 ? { carriedIn: 3 } : {}, 5: year === 2024 ? { said: 99 } : {} }[town] ?? {};
  return report(TOWNS[town], year, persons(town, year), own);
}

/** The county's own report: it adds up the tables of its towns, but for the ninth. */
export function ofCounty() {
  const towns = TOWNS.flatMap((_, town) => (town === 8 ? [] : [ofTown(town, 2024).split("\n")]));
  const own = report("青禾县", 2024, persons(0, 2024)).split("\n");
  const added = own.map((line, at) => {
    const columns = towns.map((lines) => lines[at].split("\t"));
    return line.split("\t").map((field, column) => (/^\d+$/.test(field) ? columns.reduce((sum, fields) => sum + Number(fields[column]), 0) : field)).join("\t");
  });
  const received = Number(added.find((line) => line.startsWith("一、本年新收")).split("\t").pop());
  return added.join("\n").replace(/政府信息公开申请\d+件/, `政府信息公开申请${received}件`);
}

/** All that the county has: the names of the files say nothing of body or year. */
export function county() {
  const files = TOWNS.flatMap((_, town) => [2024, 2023].map((year) => [`${year === 2024 ? "今年" : "往年"}/报送${town + 1}.txt`, ofTown(town, year)]));
  return [...files, ["县里.txt", ofCounty()]];
}

export const BROKEN = [
  ["坏的.docx", [0x50, 0x4b, 3, 4, 0]],
  ["空的.pdf", []],
  ["照片.jpg", [0xff, 0xd8, 0xff, 0xe0, 0, 0]],
];
