/**
 * Lines are filled one after another, as a word processor does: the best breaks of a whole paragraph take five times as
 * long on a reason of 5,000 characters. An empty box is a place to break; at a zero-width space alone a line grows past its end.
 * Full-width digits and letters come from the font that draws them full width; BIZ UDP sets them proportionally.
 * The one layout of official papers. Facts come in as JSON through `sys.inputs`, never as markup. A text is a list of
 * lines, a line a list of pieces (see `typesetting.ts`).
 */
export const template = `
#let bundle = json(bytes(sys.inputs.bundle))
#let day = bundle.date.split("-").map(int)
#set document(title: bundle.title, author: bundle.issuer, date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)))
#let full = (name: "Noto Serif JP", covers: regex("[０-９Ａ-Ｚａ-ｚ]"))
#set text(lang: "ja", region: "JP", font: (full, "BIZ UDPMincho", "Noto Serif JP"), fallback: false, overhang: false, cjk-latin-spacing: none)
#set par(justify: true, linebreaks: "simple", leading: 0.85em, spacing: 0.95em)
#set block(spacing: 0.95em)
#show heading: set block(above: 1.5em, below: 0.8em)

#let rule = 0.5pt
#let shade = luma(238)
#let faint = luma(80)
#let red = rgb("#c00000")

#let piece(it) = {
  if type(it) == str { it.split("\\u{200b}").map(text).join(box()) }
  else if it.type == "ruby" { box({ it.base; place(top + center, dy: -0.62em, box(text(size: 0.5em, it.reading))) }) }
  else if it.type == "blank" {
    let under = if it.at("ruled", default: false) { (bottom: rule) } else { none }
    for _ in range(it.width) { box(width: 1em, height: 0.95em, stroke: under) }
  }
  else if it.type == "glyph" { box(baseline: 0.12em, image(bytes(it.png), height: 1em, alt: it.character)) }
  else { panic("unknown piece: " + it.type) }
}
#let say(lines) = lines.map(line => line.map(piece).join()).join(linebreak())
#let lined(texts) = par(texts.map(say).join(linebreak()))
#let seal = box(width: 15mm, height: 15mm, align(center + horizon, text(size: 9pt, fill: faint, "印")))

#let listing(items) = for item in items {
  grid(
    columns: (item.wide * 1em, 1fr), column-gutter: 0.4em,
    say(item.label),
    {
      say(item.text)
      if item.items.len() > 0 { v(0.1em); listing(item.items) }
    },
  )
}

#let cell(it) = table.cell(
  colspan: it.columns, rowspan: it.rows, align: (left: left, center: center, right: right).at(it.align) + (if it.heading { horizon } else { top }),
  fill: if it.heading { shade }, breakable: if it.whole { false } else { auto },
  if it.height > 0 { grid(columns: (0pt, 1fr), block(height: it.height * 1mm), say(it.text)) } else { say(it.text) },
)

#let sheet(it) = table(
  columns: it.widths.map(width => width * 1fr),
  stroke: rule, inset: (x: 2mm, y: 1.9mm),
  ..if it.header.len() > 0 { (table.header(..it.header.map(text => table.cell(fill: shade, align: center + horizon, strong(say(text))))),) },
  ..it.rows.flatten().map(cell),
)

#let frame(width, height, label) = box(
  width: width * 1mm, height: height * 1mm, stroke: (paint: luma(110), thickness: rule, dash: "dashed"),
  align(center + horizon, text(size: 9pt, fill: faint, say(label))),
)

#let draw(it) = {
  if it.type == "title" { block(above: 1.6em, below: 1.8em, width: 100%, align(center, text(size: 1.35em, weight: "bold", par(say(it.text))))) }
  else if it.type == "heading" { heading(level: it.level, say(it.text)) }
  else if it.type == "formNumber" { block(text(size: 0.86em, par(say(it.text)))) }
  else if it.type == "reference" { align(right, block(inset: (right: 1em), lined(it.lines))) }
  else if it.type == "addressee" { block(above: 1.4em, below: 1.4em, inset: (left: 1em), lined(it.lines)) }
  else if it.type == "sender" {
    align(right, block(breakable: false, inset: (right: if it.seal { 0em } else { 1em }), grid(
      columns: if it.seal { (auto, 24mm) } else { (auto,) }, align: left + horizon,
      ..if it.seal { (block(width: auto, lined(it.lines)), box(height: 24mm)) } else { (lined(it.lines),) },
    )))
  }
  else if it.type == "paragraph" {
    if it.align == "left" { par(first-line-indent: (amount: 1em, all: true), say(it.text)) }
    else { align(if it.align == "right" { right } else { center }, par(say(it.text))) }
  }
  else if it.type == "list" { listing(it.items) }
  else if it.type == "checks" { listing(it.items) }
  else if it.type == "record" { block(above: 1.6em, below: 1.4em, width: 100%, align(center, par[記])) }
  else if it.type == "end" { align(right, block(inset: (right: 1em), par[以上])) }
  else if it.type == "table" { sheet(it) }
  else if it.type == "stampBox" { align(if it.align == "right" { right } else { left }, block(frame(it.width, it.height, it.label))) }
  else if it.type == "signature" {
    block(above: 1.8em, breakable: false, grid(columns: (2.5em, 1fr, 18mm), column-gutter: 3mm, align: (left, left, center + horizon), strong(say(it.party)), lined(it.lines), seal))
  }
  else if it.type == "contact" { align(right, block(breakable: false, stroke: rule, inset: 2.5mm, align(left, text(size: 0.9em, lined(it.lines))))) }
  else if it.type == "remarks" { text(size: 0.86em, { block(below: 0.5em, "備考"); listing(it.items) }) }
  else if it.type == "redNote" { align(center, block(stroke: 1.2pt + red, inset: 3mm, text(fill: red, weight: "bold", par(say(it.text))))) }
  else if it.type == "pageBreak" { pagebreak(weak: true) }
  else { panic("unknown block: " + it.type) }
}

#let case-mark(name) = {
  show heading: set text(size: 8pt, weight: "regular", fill: faint)
  show heading: set block(above: 0pt, below: 1.2em)
  heading(level: 1, say(name))
}

#let pages = context {
  let last = counter(page).final().first()
  if last > 1 { align(center, text(size: 9pt, str(counter(page).get().first()) + " / " + str(last))) }
}

#if "contents" in bundle {
  page(paper: "a4", margin: (top: 28mm, bottom: 25mm, left: 25mm, right: 22mm), footer: pages, {
    set text(size: 10.5pt)
    block(above: 1.6em, below: 1.8em, width: 100%, align(center, text(size: 1.35em, weight: "bold", par(say(bundle.contents)))))
    outline(title: none, depth: 1)
  })
}

#for paper in bundle.papers {
  let form = paper.page
  page(
    width: form.width * 1mm, height: form.height * 1mm,
    margin: (top: form.top * 1mm, bottom: form.bottom * 1mm, left: form.left * 1mm, right: form.right * 1mm),
    footer: if form.numbered { pages },
    {
      set text(size: form.size * 1pt)
      if "name" in paper { case-mark(paper.name) }
      show heading: set text(size: form.size * 1pt, weight: "bold")
      for it in paper.blocks { draw(it) }
    },
  )
}
`;
