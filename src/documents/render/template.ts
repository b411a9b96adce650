/** The one layout of official papers. Facts come in as JSON through `sys.inputs`, never as markup. */
export const template = `
#let paper = json(bytes(sys.inputs.paper))
#let day = paper.date.split("-").map(int)
#set document(title: paper.title, author: paper.issuer, date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)))
#set page(
  paper: "a4",
  margin: (top: 28mm, bottom: 25mm, left: 25mm, right: 22mm),
  footer: context align(center, text(size: 9pt, str(counter(page).get().first()) + " / " + str(counter(page).final().first()))),
)
#set text(lang: "ja", region: "JP", size: 10.5pt, font: ("BIZ UDPMincho", "Noto Serif JP"), fallback: false)
#set par(justify: true, leading: 0.85em, spacing: 0.95em)
#set block(spacing: 0.95em)
#show heading: set text(size: 10.5pt, weight: "bold")
#show heading: set block(above: 1.5em, below: 0.8em)

#let lined(lines) = lines.map(line => text(line)).join(linebreak())
#let seal = box(width: 15mm, height: 15mm, stroke: 0.4pt + luma(150), align(center + horizon, text(size: 8pt, fill: luma(90), "印")))

#let listing(items) = for item in items {
  grid(
    columns: (2.2em, 1fr), column-gutter: 0.3em,
    text(item.label),
    {
      text(item.text)
      if item.at("items", default: ()).len() > 0 { v(0.1em); listing(item.items) }
    },
  )
}

#let sheet(it) = {
  let header = it.at("header", default: none)
  table(
    columns: it.widths.map(width => width * 1fr),
    stroke: 0.5pt, inset: (x: 2.2mm, y: 2mm), align: left + top,
    ..if header != none { (table.header(..header.map(cell => table.cell(fill: luma(238), strong(cell)))),) },
    ..it.rows.map(row => row.enumerate().map(((index, cell)) => {
      if header == none and index == 0 and row.len() > 1 { table.cell(fill: luma(238), text(cell)) } else { text(cell) }
    })).flatten(),
  )
}

#for it in paper.blocks {
  if it.type == "title" { block(above: 1.6em, below: 1.8em, width: 100%, align(center, text(size: 14pt, weight: "bold", it.text))) }
  else if it.type == "heading" { heading(level: 1, it.text) }
  else if it.type == "formNumber" { block(text(size: 9pt, it.text)) }
  else if it.type == "reference" { align(right, lined(it.lines)) }
  else if it.type == "addressee" { block(above: 1.4em, below: 1.4em, inset: (left: 1em), lined(it.lines)) }
  else if it.type == "sender" {
    align(right, block(inset: (right: 1em), grid(columns: 2, column-gutter: 4mm, align: (left + horizon, center + horizon), lined(it.lines), if it.seal { seal })))
  }
  else if it.type == "paragraph" { par(first-line-indent: (amount: 1em, all: true), text(it.text)) }
  else if it.type == "list" { listing(it.items) }
  else if it.type == "record" { block(above: 1.6em, below: 1.4em, width: 100%, align(center, "記")) }
  else if it.type == "end" { align(right, "以上") }
  else if it.type == "table" { sheet(it) }
  else if it.type == "stampBox" {
    block(box(width: 26mm, height: 30mm, stroke: (paint: luma(110), thickness: 0.5pt, dash: "dashed"), align(center + horizon, text(size: 9pt, fill: luma(80), it.label))))
  }
  else if it.type == "signature" {
    block(above: 1.8em, breakable: false, grid(columns: (2.5em, 1fr, 18mm), column-gutter: 3mm, align: (left, left, center + horizon), strong(it.party), lined(it.lines), seal))
  }
  else { panic("unknown block: " + it.type) }
}
`;
