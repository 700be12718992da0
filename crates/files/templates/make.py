"""Sets the templates of the official forms (国办公开办函〔2019〕60号 and 〔2021〕30号): python3 crates/files/templates/make.py

What it writes is committed; nobody needs to run it but to change the layout. A name in braces is what `fill` puts a value in place of.
"""

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

# Each item of Article 20: the columns by name and label, then the rows.
DISCLOSURE = {
    "2019": [
        ("第二十条第（一）项", [("made", "本年新制作数量"), ("published", "本年新公开数量"), ("total_published", "对外公开总数量")],
         [("rules", "规章"), ("normative_documents", "规范性文件")]),
        ("第二十条第（五）项", [("prior_items", "上一年项目数量"), ("change", "本年增/减"), ("decisions", "处理决定数量")],
         [("licenses", "行政许可"), ("other_services", "其他对外管理服务事项")]),
        ("第二十条第（六）项", [("prior_items", "上一年项目数量"), ("change", "本年增/减"), ("decisions", "处理决定数量")],
         [("penalties", "行政处罚"), ("compulsory_measures", "行政强制")]),
        ("第二十条第（八）项", [("prior_items", "上一年项目数量"), ("change", "本年增/减")], [("fees", "行政事业性收费")]),
        ("第二十条第（九）项", [("items", "采购项目数量"), ("amount", "采购总金额")], [("procurement", "政府集中采购")]),
    ],
    "2021": [
        ("第二十条第（一）项", [("issued", "本年制发件数"), ("repealed", "本年废止件数"), ("in_force", "现行有效件数")],
         [("rules", "规章"), ("normative_documents", "行政规范性文件")]),
        ("第二十条第（五）项", [("decisions", "本年处理决定数量")], [("licenses", "行政许可")]),
        ("第二十条第（六）项", [("decisions", "本年处理决定数量")],
         [("penalties", "行政处罚"), ("compulsory_measures", "行政强制")]),
        ("第二十条第（八）项", [("amount", "本年收费金额（单位：万元）")], [("fees", "行政事业性收费")]),
    ],
}
APPLICANTS = [("individual", "自然人"), ("company", "商业企业"), ("research", "科研机构"), ("nonprofit", "社会公益组织"),
              ("legal_service", "法律服务机构"), ("other_organization", "其他"), ("total", "总计")]
CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
OTHER = {
    "2019": [("other", "（六）其他处理")],
    "2021": [("（六）其他处理", [
        ("other_no_correction", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
        ("other_unpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
        ("other_rest", "3.其他")])],
}


def results(edition):
    return [
        ("granted", "（一）予以公开"),
        ("granted_in_part", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
        ("（三）不予公开", [
            ("denied_state_secret", "1.属于国家秘密"), ("denied_by_law", "2.其他法律行政法规禁止公开"),
            ("denied_security", "3.危及“三安全一稳定”"), ("denied_third_party", "4.保护第三方合法权益"),
            ("denied_internal_affairs", "5.属于三类内部事务信息"), ("denied_deliberative", "6.属于四类过程性信息"),
            ("denied_enforcement_file", "7.属于行政执法案卷"), ("denied_inquiry", "8.属于行政查询事项")]),
        ("（四）无法提供", [
            ("unavailable_not_held", "1.本机关不掌握相关政府信息"), ("unavailable_not_ready_made", "2.没有现成信息需要另行制作"),
            ("unavailable_unclear", "3.补正后申请内容仍不明确")]),
        ("（五）不予处理", [
            ("declined_petition", "1.信访举报投诉类申请"), ("declined_repeat", "2.重复申请"),
            ("declined_publication", "3.要求提供公开出版物"), ("declined_excessive", "4.无正当理由大量反复申请"),
            ("declined_confirmation", "5.要求行政机关确认或重新出具已获取信息")]),
        *OTHER[edition],
        ("closed", "（七）总计"),
    ]


# A table: the widths of its columns and rows of cells (words, columns, rows); what a cell of a row above takes is left out.
def disclosure(edition):
    rows = []
    for item, columns, things in DISCLOSURE[edition]:
        spans = {1: [3], 2: [1, 2], 3: [1, 1, 1]}[len(columns)]
        rows.append([(item, 4, 1)])
        rows.append([("信息内容", 1, 1)] + [(label, span, 1) for (_, label), span in zip(columns, spans)])
        for thing, label in things:
            names = [("{disclosure.%s.%s}" % (thing, column), span, 1) for (column, _), span in zip(columns, spans)]
            rows.append([(label, 1, 1)] + names)
    return [2470, 2200, 2200, 2200], rows


def requests(edition):
    def figures(row):
        return [("{requests.%s.%s}" % (row, column), 1, 1) for column, _ in APPLICANTS]

    rows = [
        [(CORNER, 3, 3), ("申请人情况", 7, 1)],
        [("自然人", 1, 2), ("法人或其他组织", 5, 1), ("总计", 1, 2)],
        [(label, 1, 1) for _, label in APPLICANTS[1:6]],
        [("一、本年新收政府信息公开申请数量", 3, 1)] + figures("received"),
        [("二、上年结转政府信息公开申请数量", 3, 1)] + figures("carried_in"),
    ]
    result_rows = []
    for name, below in results(edition):
        if isinstance(below, str):
            result_rows.append([(below, 2, 1)] + figures(name))
        else:
            for number, (row, label) in enumerate(below):
                group = [(name, 1, len(below))] if number == 0 else []
                result_rows.append(group + [(label, 1, 1)] + figures(row))
    result_rows[0].insert(0, ("三、本年度办理结果", 1, len(result_rows)))
    rows += result_rows
    rows.append([("四、结转下年度继续办理", 3, 1)] + figures("carried_out"))
    return [700, 1000, 2400, 710, 710, 710, 710, 710, 710, 710], rows


def disputes():
    columns = [("upheld", "结果维持"), ("corrected", "结果纠正"), ("other_result", "其他结果"), ("pending", "尚未审结"), ("total", "总计")]
    labels = [(label, 1, 1) for _, label in columns]
    groups = ["review", "suit_direct", "suit_after_review"]
    figures = [("{disputes.%s.%s}" % (group, column), 1, 1) for group in groups for column, _ in columns]
    return [605] * 15, [
        [("行政复议", 5, 1), ("行政诉讼", 10, 1)],
        [(label, 1, 2) for _, label in columns] + [("未经复议直接起诉", 5, 1), ("复议后起诉", 5, 1)],
        labels + labels,
        figures,
    ]


def sections(edition):
    return [
        ("二、主动公开政府信息情况", disclosure(edition)),
        ("三、收到和处理政府信息公开申请情况", requests(edition)),
        ("四、政府信息公开行政复议、行政诉讼情况", disputes()),
    ]


def report(edition):
    """The whole report: (style, words) for paragraphs, a table for tables."""
    tables = sections(edition)
    parts = [
        ("Title", "{office}{year}年政府信息公开工作年度报告"),
        ("", "根据《中华人民共和国政府信息公开条例》第五十条和国务院办公厅有关格式要求，编制本报告。本报告所列数据的统计期限自"
             "{year}年1月1日起至{year}年12月31日止。如对本报告有疑问，请与{office}联系（地址：{address}；邮政编码：{postcode}；"
             "电话：{phone}；电子邮箱：{mail}）。"),
        ("Heading", "一、总体情况"),
        ("", "{overview}"),
    ]
    for heading, table in tables:
        parts += [("Heading", heading), table]
    return parts + [
        ("Heading", "五、存在的主要问题及改进情况"),
        ("", "{problems}"),
        ("Heading", "六、其他需要报告的事项"),
        ("", "{year}年，依据《政府信息公开信息处理费管理办法》收取信息处理费的情况：发出收费通知{fee_notices}件，总金额{fee_amount}元，"
             "实际收取{fee_received}元。"),
        ("", "{other_matters}"),
        ("Signature", "{office}"),
        ("Signature", "{date}"),
    ]


def only_tables(edition):
    parts = []
    for heading, table in sections(edition):
        parts += [("Heading", heading), table]
    return parts


def grid(table):
    """Cells with their places, and for each row the places that cells above take: (row, column) → (words, columns, rows)."""
    _, rows = table
    cells, taken = {}, set()
    for y, row in enumerate(rows):
        x = 0
        for words, columns, down in row:
            while (y, x) in taken:
                x += 1
            cells[y, x] = (words, columns, down)
            taken |= {(y + dy, x + dx) for dy in range(down) for dx in range(columns)}
            x += columns
    return cells


def word_table(table):
    widths, rows = table
    cells = grid(table)
    out = '<w:tbl><w:tblPr><w:tblStyle w:val="Form"/><w:tblW w:w="%d" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>' % sum(widths)
    out += "<w:tblGrid>" + "".join('<w:gridCol w:w="%d"/>' % width for width in widths) + "</w:tblGrid>"
    for y in range(len(rows)):
        out += '<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="400"/></w:trPr>'
        x = 0
        while x < len(widths):
            start = next(((sy, sx) for (sy, sx), (_, cs, rs) in cells.items() if sy <= y < sy + rs and sx == x), None)
            words, columns, down = cells[start]
            settings = '<w:tcW w:w="%d" w:type="dxa"/>' % sum(widths[x : x + columns])
            settings += '<w:gridSpan w:val="%d"/>' % columns if columns > 1 else ""
            if down > 1:
                settings += '<w:vMerge w:val="restart"/>' if start[0] == y else "<w:vMerge/>"
            settings += '<w:vAlign w:val="center"/>'
            run = "<w:r><w:t>%s</w:t></w:r>" % escape(words) if start[0] == y and words else ""
            out += '<w:tc><w:tcPr>%s</w:tcPr><w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr>%s</w:p></w:tc>' % (settings, run)
            x += columns
        out += "</w:tr>"
    return out + "</w:tbl>"


def word_style(kind, name, label, settings, run, based=True):
    base = '<w:basedOn w:val="Normal"/>' if based else ""
    default = "" if based else ' w:default="1"'
    return (f'<w:style w:type="{kind}"{default} w:styleId="{name}"><w:name w:val="{label}"/>{base}'
            f"<w:pPr>{settings}</w:pPr><w:rPr>{run}</w:rPr></w:style>")


def font(name, size, more=""):
    return (f'<w:rFonts w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}" w:cs="Times New Roman"/>{more}'
            f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>')


STYLES = f'{HEAD}<w:styles xmlns:w="{W}">' + "".join([
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>',
    word_style("paragraph", "Normal", "Normal", '<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>', font("仿宋", 32), False),
    word_style("paragraph", "Title", "Title", '<w:spacing w:before="240" w:after="360" w:line="640" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>', font("宋体", 44, "<w:b/>")),
    word_style("paragraph", "Heading", "heading 1", '<w:keepNext/><w:spacing w:before="120" w:after="120"/><w:outlineLvl w:val="0"/>', font("黑体", 32)),
    word_style("paragraph", "Signature", "Signature", '<w:jc w:val="right"/>', font("仿宋", 32)),
    word_style("paragraph", "Cell", "Cell", '<w:spacing w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>', font("仿宋", 21)),
    '<w:style w:type="table" w:styleId="Form"><w:name w:val="Form"/><w:tblPr><w:tblBorders>'
    + "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    + '</w:tblBorders><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
]) + "</w:styles>"
PAGE = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1418" w:bottom="1701" w:left="1418" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'


def relations(*targets):
    all_of = "".join(f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(targets, 1))
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{all_of}</Relationships>'


def types(**parts):
    kind = "application/vnd.openxmlformats-officedocument."
    overrides = "".join(f'<Override PartName="{part}" ContentType="{kind}{value}+xml"/>' for part, value in parts["parts"])
    return (f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>')


def save(name, parts):
    with zipfile.ZipFile(HERE / name, "w") as package:
        for part, content in parts.items():
            entry = zipfile.ZipInfo(part, (2024, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, content, compresslevel=9)


def word(name, body):
    kind = "wordprocessingml."
    save(name, {
        "[Content_Types].xml": types(parts=[("/word/document.xml", kind + "document.main"), ("/word/styles.xml", kind + "styles")]),
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": f'{HEAD}<w:document xmlns:w="{W}"><w:body>{body}{PAGE}</w:body></w:document>',
        "word/_rels/document.xml.rels": relations(("styles", "styles.xml")),
        "word/styles.xml": STYLES,
    })


def word_parts(parts):
    body = ""
    for first, second in parts:
        if isinstance(first, list):
            # A table is parted from what comes after it.
            body += word_table((first, second)) + '<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr></w:p>'
        else:
            style = f'<w:pPr><w:pStyle w:val="{first}"/></w:pPr>' if first else ""
            body += f"<w:p>{style}<w:r><w:t>{escape(second)}</w:t></w:r></w:p>"
    return body


PAGE_STYLE = """body{font-family:仿宋,FangSong,仿宋_GB2312,STFangsong,serif;font-size:16pt;line-height:28pt;max-width:17cm;margin:2cm auto}
h1{font-family:宋体,SimSun,serif;font-size:22pt;line-height:32pt;text-align:center}
h2{font-family:黑体,SimHei,sans-serif;font-size:16pt;font-weight:normal;text-indent:2em}
p{text-indent:2em;margin:0}p.signature{text-align:right}
table{border-collapse:collapse;table-layout:fixed;width:100%;font-size:10.5pt;line-height:1.3;margin-bottom:1em}
td{border:1px solid #000;padding:3px;text-align:center;vertical-align:middle;word-break:break-all}"""


def page(name, parts, title):
    out = f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n<style>\n{PAGE_STYLE}\n</style>\n</head>\n<body>\n'
    for first, second in parts:
        if isinstance(first, list):
            cells = grid((first, second))
            columns = "".join(f'<col style="width:{100 * width / sum(first):.2f}%">' for width in first)
            out += f"<table>\n<colgroup>{columns}</colgroup>\n"
            for y in range(len(second)):
                row = sorted((x, cell) for (sy, x), cell in cells.items() if sy == y)
                spans = lambda cs, rs: (f' colspan="{cs}"' if cs > 1 else "") + (f' rowspan="{rs}"' if rs > 1 else "")
                out += "<tr>" + "".join(f"<td{spans(cs, rs)}>{escape(words)}</td>" for _, (words, cs, rs) in row) + "</tr>\n"
            out += "</table>\n"
        else:
            tag = {"Title": "h1", "Heading": "h2"}.get(first, "p")
            kind = ' class="signature"' if first == "Signature" else ""
            out += f"<{tag}{kind}>{escape(second)}</{tag}>\n"
    (HERE / name).write_text(out + "</body>\n</html>\n", encoding="utf-8", newline="\n")


def letters(column):
    return chr(65 + column) if column < 26 else chr(64 + column // 26) + chr(65 + column % 26)


def sheet(name, edition):
    """A sheet for each table, so that each has columns of its own width."""
    parts, listed, kinds = {}, "", [("/xl/workbook.xml", "spreadsheetml.sheet.main"), ("/xl/styles.xml", "spreadsheetml.styles")]
    for number, (heading, (widths, rows)) in enumerate(sections(edition), 1):
        cells = grid((widths, rows))
        columns = "".join(f'<col min="{n}" max="{n}" width="{width / 105:.1f}" customWidth="1"/>' for n, width in enumerate(widths, 1))
        data = f'<row r="1" ht="30" customHeight="1"><c r="A1" s="2" t="inlineStr"><is><t>{heading}</t></is></c></row>'
        for y in range(len(rows)):
            # A label of several lines makes its row higher; a merged one has the room of all its rows.
            alone = [(words, sum(widths[x : x + cs])) for (sy, x), (words, cs, rs) in cells.items() if sy == y and rs == 1]
            lines = max([-(-len(words) * 240 // width) for words, width in alone if not words.startswith("{")], default=1)
            data += f'<row r="{y + 2}" ht="{max(28, 14 * lines + 4)}" customHeight="1">'
            for x in range(len(widths)):
                words = cells.get((y, x), ("",))[0]
                inner = f' t="inlineStr"><is><t>{escape(words)}</t></is></c>' if words else "/>"
                data += f'<c r="{letters(x)}{y + 2}" s="1"{inner}'
            data += "</row>"
        merged = [f"A1:{letters(len(widths) - 1)}1"]
        merged += [f"{letters(x)}{y + 2}:{letters(x + cs - 1)}{y + 1 + rs}" for (y, x), (_, cs, rs) in cells.items() if cs * rs > 1]
        merges = f'<mergeCells count="{len(merged)}">' + "".join(f'<mergeCell ref="{area}"/>' for area in merged) + "</mergeCells>"
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'{HEAD}<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><cols>{columns}</cols><sheetData>{data}</sheetData>{merges}'
            '<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0"/></worksheet>')
        kinds.append((f"/xl/worksheets/sheet{number}.xml", "spreadsheetml.worksheet"))
        listed += f'<sheet name="{["主动公开", "申请办理", "复议诉讼"][number - 1]}" sheetId="{number}" r:id="r{number}"/>'
    side = lambda name: f'<{name} style="thin"><color auto="1"/></{name}>'
    styles = (
        f'{HEAD}<styleSheet xmlns="{MAIN}"><fonts count="3"><font><sz val="11"/><name val="仿宋"/></font><font><sz val="10.5"/><name val="仿宋"/></font>'
        '<font><sz val="14"/><name val="黑体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
        f'<borders count="2"><border/><border>{side("left")}{side("right")}{side("top")}{side("bottom")}</border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>'
        '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="center"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>')
    save(name, {
        "[Content_Types].xml": types(parts=kinds),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(*[("worksheet", f"worksheets/sheet{n}.xml") for n in (1, 2, 3)], ("styles", "styles.xml")),
        **parts,
        "xl/styles.xml": styles,
    })


for year in ("2019", "2021"):
    word(f"tables.{year}.docx", word_parts(only_tables(year)))
    word(f"report.{year}.docx", word_parts(report(year)))
    page(f"tables.{year}.html", only_tables(year), "政府信息公开工作年度报告表格")
    page(f"report.{year}.html", report(year), "政府信息公开工作年度报告")
    sheet(f"tables.{year}.xlsx", year)
word("text.docx", "<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
