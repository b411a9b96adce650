/**
 * Lines are filled one after another, as a word processor does: the best breaks of a whole paragraph take five times as
 * long on a reason of 5,000 characters. An empty box is a place to break; at a zero-width space alone a line grows past its end.
 * A line is filled by what stands between its characters, never by wider spaces: a space is one character wide.
 * The title is a heading without a bookmark; a bookmark is its heading's plain text, so that a picture in the heading leaves no hole in it.
 * The one layout of official papers. Facts come in as JSON through `sys.inputs`, never as markup. A text is a list of
 * lines, a line a list of pieces (see `typesetting.ts`).
 */
export const template = `
#let bundle = json(bytes(sys.inputs.bundle))
#let day = bundle.date.split("-").map(int)
#set document(title: bundle.title, author: bundle.issuer, date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)))
#set text(lang: "ja", region: "JP", font: ("BIZ UDMincho", "Noto Serif JP"), fallback: false, overhang: false, cjk-latin-spacing: none)
#set par(justify: true, linebreaks: "simple", leading: 0.85em, spacing: 0.95em, justification-limits: (spacing: (min: 100%, max: 100%)))
#set block(spacing: 0.95em)
#show heading: set block(above: 1.5em, below: 0.8em)

#let rule = 0.5pt
#let shade = luma(238)
#let faint = luma(80)
#let red = rgb("#c00000")
#let sides = (left: left, center: center, right: right)

#let ruby(it) = context {
  let reading = text(size: 0.5em, it.reading)
  let width = calc.max(measure(it.base).width, measure(reading).width)
  box(width: width, { align(center, it.base); place(top + center, dy: -0.62em, reading) })
}
#let piece(it) = {
  if type(it) == str { it.split("\\u{200b}").map(text).join(box()) }
  else if it.type == "ruby" { ruby(it) }
  else if it.type == "blank" {
    let under = if it.at("ruled", default: false) { (bottom: rule) } else { none }
    for _ in range(it.width) { box(width: 1em, height: 0.95em, stroke: under) }
  }
  else if it.type == "glyph" { box(baseline: 0.12em, image(bytes(it.png), height: 1em, alt: it.character)) }
  else { panic("unknown piece: " + it.type) }
}
#let say(lines) = lines.map(line => line.map(piece).join()).join(linebreak())
#let lined(texts) = par(justify: false, texts.map(say).join(linebreak()))
#let seal = box(width: 15mm, height: 15mm, align(center + horizon, text(size: 9pt, fill: faint, "印")))

#let head(it, size, ..rest) = {
  show heading: own => block(width: 100%, sticky: true, par(justify: false, say(it.text)))
  show heading: set text(size: size, weight: "bold")
  heading(level: it.level, ..rest)
}

#let listing(items) = enum(
  full: false, tight: true, spacing: 0.85em, indent: 0pt, body-indent: 0.4em, number-align: start + top,
  numbering: (..place) => { let it = items.at(place.pos().last() - 1); box(width: it.wide * 1em, par(justify: false, say(it.label))) },
  ..items.map(it => enum.item({
    say(it.text)
    if it.items.len() > 0 { listing(it.items) }
  })),
)

#let inside(it) = {
  set par(justify: not it.heading)
  if it.height > 0 { grid(columns: (0pt, 1fr), block(height: it.height * 1mm), say(it.text)) } else { say(it.text) }
}
#let cell(it, whole) = table.cell(
  colspan: it.columns, rowspan: it.rows, align: sides.at(it.align) + (if it.heading { horizon } else { top }),
  fill: if it.heading { shade }, breakable: it.rows > 1 or not whole,
  inside(it),
)
#let is-whole(row, highest) = (
  row.split == "never" or (row.split == "measured" and row.cells.all(it => it.rows > 1 or measure(width: it.width * 1mm, inside(it)).height + 3.8mm <= highest * 1mm))
)
#let rows-of(it) = table(
  columns: it.widths.map(width => width * 1fr),
  stroke: rule, inset: (x: 2mm, y: 1.9mm),
  ..if it.head.len() > 0 { (table.header(..it.head.map(one => table.cell(fill: shade, align: center + horizon, par(justify: false, strong(say(one.text)))))),) },
  ..it.rows.map(row => { let whole = is-whole(row, it.highest); row.cells.map(one => cell(one, whole)) }).flatten(),
)
#let sheet(it) = if it.rows.any(row => row.split == "measured") { context rows-of(it) } else { rows-of(it) }

#let frame(width, height, label) = box(
  width: width * 1mm, height: height * 1mm, stroke: (paint: luma(110), thickness: rule, dash: "dashed"),
  align(center + horizon, text(size: 9pt, fill: faint, say(label))),
)

#let held(it, content) = if it.kept { block(sticky: true, content) } else { content }

#let draw(it, size) = {
  if it.type == "title" { block(above: 1.6em, below: 1.8em, width: 100%, sticky: true, align(center, head(it, size * 1.35, it.plain, bookmarked: false, outlined: false))) }
  else if it.type == "heading" { head(it, size, it.plain) }
  else if it.type == "formNumber" { block(text(size: 0.86em, par(justify: false, say(it.text)))) }
  else if it.type == "reference" { align(right, block(sticky: it.kept, inset: (right: 1em), lined(it.lines))) }
  else if it.type == "addressee" { block(above: 1.4em, below: 1.4em, inset: (left: 1em), lined(it.lines)) }
  else if it.type == "sender" {
    align(right, block(breakable: not it.whole, inset: (right: if it.seal { 0em } else { 1em }), grid(
      columns: if it.seal { (auto, 24mm) } else { (auto,) }, align: left + horizon,
      ..if it.seal { (block(width: auto, lined(it.lines)), box(height: 24mm)) } else { (lined(it.lines),) },
    )))
  }
  else if it.type == "paragraph" {
    let words = if it.align == "left" { par(first-line-indent: (amount: 1em, all: true), say(it.text)) } else { align(sides.at(it.align), par(say(it.text))) }
    held(it, words)
  }
  else if it.type == "list" { held(it, listing(it.items)) }
  else if it.type == "checks" { listing(it.items) }
  else if it.type == "record" { block(above: 1.6em, below: 1.4em, width: 100%, sticky: true, align(center, par[記])) }
  else if it.type == "end" { align(right, block(inset: (right: 1em), par[以上])) }
  else if it.type == "table" and it.cut {
    block(below: 0pt, sheet((..it, rows: it.rows.slice(0, -1))))
    block(above: 0pt, sticky: true, sheet((..it, rows: it.rows.slice(-1))))
  }
  else if it.type == "table" { held(it, sheet(it)) }
  else if it.type == "stampBox" { align(sides.at(it.align), block(frame(it.width, it.height, it.label))) }
  else if it.type == "signature" {
    block(above: 1.8em, breakable: not it.whole, sticky: it.kept, grid(
      columns: (1fr, 18mm), align: (left + horizon, center + horizon),
      grid(columns: (2.5em, 1fr), column-gutter: 3mm, strong(say(it.party)), lined(it.lines)), seal,
    ))
  }
  else if it.type == "contact" { align(right, block(breakable: not it.whole, stroke: rule, inset: 2.5mm, align(left, text(size: 0.9em, lined(it.lines))))) }
  else if it.type == "remarks" { text(size: 0.86em, { block(below: 0.5em, sticky: true, "備考"); listing(it.items) }) }
  else if it.type == "redNote" { align(center, block(stroke: 1.2pt + red, inset: 3mm, text(fill: red, weight: "bold", par(say(it.text))))) }
  else if it.type == "pageBreak" { pagebreak(weak: true) }
  else { panic("unknown block: " + it.type) }
}

#let case-mark(it, place) = {
  show heading: own => block(above: 0pt, below: 1.2em, par(say(it.name)))
  show heading: set text(size: 8pt, weight: "regular", fill: faint)
  [#heading(level: 1, it.plain)#label(str(place))]
}

#let pages = context {
  let last = counter(page).final().first()
  if last > 1 { align(center, text(size: 9pt, str(counter(page).get().first()) + " / " + str(last))) }
}

#let page-of(place) = context link(label(place), str(counter(page).at(label(place)).first()))

#let contents-sheet(it) = table(
  columns: it.widths.map(width => width * 1fr),
  stroke: rule, inset: (x: 1.2mm, y: 1.4mm),
  table.header(..it.header.map(one => table.cell(fill: shade, align: center + horizon, par(justify: false, strong(say(one)))))),
  ..it.rows.map(row => row.cells.enumerate().map(((at, lines)) => {
    if at == 4 and row.place != none { align(right, page-of(row.place)) }
    else if at == 0 or at == 4 { align(right, say(lines)) }
    else { say(lines) }
  })).flatten(),
)

#let contents-page(it) = page(paper: "a4", margin: (top: 28mm, bottom: 25mm, left: 25mm, right: 22mm), footer: pages, {
  set text(size: 9.5pt)
  draw((type: "title", level: 1, plain: it.plain, text: it.title), 10.5pt)
  contents-sheet(it)
})

#for (place, paper) in bundle.papers.enumerate() {
  if place == 1 and "contents" in bundle { contents-page(bundle.contents) }
  let form = paper.page
  let size = form.size * 1pt
  page(
    width: form.width * 1mm, height: form.height * 1mm,
    margin: (top: form.top * 1mm, bottom: form.bottom * 1mm, left: form.left * 1mm, right: form.right * 1mm),
    footer: if form.numbered { pages },
    {
      set text(size: size)
      if "name" in paper { case-mark(paper, place) }
      for it in paper.blocks { draw(it, size) }
    },
  )
}
`;
