// Radicals that look like characters: what is copied from a PDF often has `⾏政` for `行政`. The readers of files put characters in their
// place (crates/files/src/radicals.rs); here it is done for what is pasted as plain text. No place in the text moves.

/** Radicals that Unicode does not fold by itself, each before its character. */
const others = "⺒巳⺓幺⺠民⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙";

export function asCharacters(text: string): string {
  return text.replace(/[\u2e80-\u2fd5]/g, (radical) => {
    const at = others.indexOf(radical);
    return at < 0 ? radical.normalize("NFKC") : others.charAt(at + 1);
  });
}
