package export

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/paper"
)

// The page is one file: no script, nothing fetched, style inside. It is written
// without html/template: whoever calls methods by name keeps the linker from
// dropping those that nobody calls, a seventh of the whole program. In return
// everything that varies goes through inHTML, into text or quoted attributes
// only.
const (
	pageHead = `<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
`
	pageStyle = `<style>
:root{color-scheme:light;--ink:#1b1b1b;--soft:#555;--line:#cfcfcf;--mark:#8a1c1c}
*{box-sizing:border-box}
body{margin:0 auto;max-width:46rem;padding:1.5rem 1rem 3rem;color:var(--ink);background:#fff;
 font:16px/1.7 "Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif;line-break:strict;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.3;margin:0 0 .4rem}
h2{font-size:1.25rem;line-height:1.4;margin:2.2rem 0 .6rem;padding-bottom:.2rem;border-bottom:2px solid var(--ink)}
h3{font-size:1.08rem;margin:1.4rem 0 .4rem}
h4{font-size:1rem;margin:1.3rem 0 .2rem}
p{margin:.4rem 0}
ul,ol{margin:.3rem 0 .6rem;padding-left:1.6rem}
li{margin:.25rem 0}
.note{margin:.1rem 0;color:var(--soft)}
.small{color:var(--soft);font-size:.9rem}
.callout{margin:.9rem 0;padding:.5rem .9rem;border-left:4px solid var(--mark);background:#faf4f2}
.callout strong{color:var(--mark)}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem;font-size:.92rem}
th,td{border:1px solid var(--line);padding:.35rem .5rem;text-align:left;vertical-align:top}
th{background:#f3f3f3;font-weight:600}
td div+div{color:var(--soft)}
.code{font:600 1.02rem/1.5 ui-monospace,Menlo,Consolas,monospace}
.page{margin:2.5rem 0;border:0;border-top:1px solid var(--line)}
svg{width:8.5rem;height:8.5rem;display:block}
@media(max-width:36rem){thead{display:none}tr,td{display:block;width:100%}tr{border-top:2px solid var(--line);padding:.3rem 0}
 td{border:0;padding:.1rem 0}td[data-head]::before{content:attr(data-head);color:var(--soft);font-size:.85em}td:empty{display:none}}
@page{size:A4;margin:20mm 18mm}
@media print{body{max-width:none;padding:0;font-size:10.5pt;line-height:1.6}h1{font-size:18pt}h2{font-size:13.5pt}h3{font-size:11.5pt}h4{font-size:10.5pt}
 .page{break-after:page;border:0;margin:0}h2,h3,h4,thead{break-after:avoid}li,tr,.callout{break-inside:avoid}thead{display:table-header-group}a{color:inherit;text-decoration:none}p,li{orphans:2;widows:2}}
</style>
</head>
<body>
<main>`
	pageFoot = "\n</main>\n</body>\n</html>\n"
)

// inHTML makes a text safe between tags and in quoted attributes.
var inHTML = strings.NewReplacer("\x00", "\ufffd", "&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;", "+", "&#43;").Replace

// A htmlWriter writes a paper as a page.
type htmlWriter struct {
	strings.Builder
	paper *paper.Paper
}

func writeHTML(w io.Writer, r *advisor.Report, _ Options) error {
	h := &htmlWriter{paper: paper.OfReport(r)}
	lang := "zh-CN"
	if r.Lang == advisor.Lang("en") {
		lang = "en"
	}
	h.put(`<!DOCTYPE html>`+"\n"+`<html lang="`, lang, `">`+"\n<head>\n", pageHead,
		`<meta name="wangdai" content="`, inHTML(stampOf(r).String()), `">`+"\n<title>", inHTML(h.paper.Title), "</title>\n", pageStyle)
	for i := range h.paper.Blocks {
		b := &h.paper.Blocks[i]
		if section := b.Kind == paper.Heading && b.Level == 1; i == 0 {
			h.put("\n<section>")
		} else if section {
			h.put("\n</section>\n<section>")
		}
		h.block(b)
	}
	if len(h.paper.Blocks) > 0 {
		h.put("\n</section>")
	}
	h.put(pageFoot)
	_, err := io.WriteString(w, h.String())
	return err
}

// put writes markup, and texts that are escaped already.
func (h *htmlWriter) put(parts ...string) {
	for _, s := range parts {
		h.WriteString(s)
	}
}

func (h *htmlWriter) block(b *paper.Block) {
	switch b.Kind {
	case paper.Title:
		h.put("\n<h1>", inHTML(b.Text), "</h1>")
	case paper.Heading:
		tag := "h" + strconv.Itoa(min(b.Level, 3)+1)
		h.put("\n<", tag, ">", inHTML(b.Heading()), "</", tag, ">")
	case paper.Para:
		h.labelled("\n<p>", b.Label, b.Text, "</p>")
	case paper.Small:
		h.put("\n"+`<p class="small">`, inHTML(b.Text), "</p>")
	case paper.Callout:
		h.put("\n" + `<div class="callout">`)
		h.labelled("\n<p>", b.Label, b.Text, "</p>")
		for _, it := range b.Items {
			h.notes(it.Notes)
		}
		h.put("\n</div>")
	case paper.List:
		h.list(b)
	case paper.Table:
		h.table(b)
	case paper.Code:
		h.code(b)
	case paper.Page:
		h.put("\n" + `<hr class="page">`)
	}
}

// labelled is a text with what stands before it in bold.
func (h *htmlWriter) labelled(before, label, text, after string) {
	h.put(before)
	if label != "" {
		h.put("<strong>", inHTML(label), "</strong>")
		if text != "" {
			h.put(inHTML(h.paper.Words.Colon))
		}
	}
	h.text(text)
	h.put(after)
}

// text is a text with its web addresses as links.
func (h *htmlWriter) text(s string) {
	for s != "" {
		at := webAddress().FindStringIndex(s)
		if at == nil {
			at = []int{len(s), len(s)}
		}
		h.put(inHTML(s[:at[0]]))
		if link := inHTML(s[at[0]:at[1]]); link != "" {
			h.put(`<a href="`, link, `">`, link, "</a>")
		}
		s = s[at[1]:]
	}
}

func (h *htmlWriter) notes(notes []paper.Note) {
	for _, n := range notes {
		h.labelled("\n"+`<p class="note">`, n.Label, n.Text, "</p>")
	}
}

func (h *htmlWriter) list(b *paper.Block) {
	open, shut := "\n<ul>", "\n</ul>"
	if b.First > 0 {
		open, shut = fmt.Sprintf("\n"+`<ol start="%d">`, b.First), "\n</ol>"
	}
	h.put(open)
	for _, it := range b.Items {
		h.labelled("\n<li>", it.Label, it.Text, "")
		h.notes(it.Notes)
		h.put("</li>")
	}
	h.put(shut)
}

func (h *htmlWriter) table(b *paper.Block) {
	h.put("\n<table>\n<thead><tr>")
	for _, c := range b.Cols {
		h.put(fmt.Sprintf(`<th scope="col" style="width:%d%%">`, c.Share), inHTML(c.Head), "</th>")
	}
	h.put("</tr></thead>\n<tbody>")
	for _, r := range b.Rows {
		h.put("\n<tr>")
		for i, c := range r {
			h.put("\n"+`<td data-head="`, inHTML(b.Cols[i].Head+h.paper.Words.Colon), `">`)
			for _, s := range paper.Paragraphs(c) {
				h.put("<div>")
				h.text(s)
				h.put("</div>")
			}
			h.put("</td>")
		}
		h.put("\n</tr>")
	}
	h.put("\n</tbody>\n</table>")
}

func (h *htmlWriter) code(b *paper.Block) {
	h.put("\n<p>")
	if b.Label != "" {
		h.put("<strong>", inHTML(b.Label), "</strong>", inHTML(h.paper.Words.Colon))
	}
	h.put(`<span class="code">`, inHTML(b.Text), "</span></p>")
	if path, size := qrPath(b.Text); path != "" {
		h.put(fmt.Sprintf("\n"+`<svg viewBox="0 0 %d %d" role="img" aria-label="%s">`, size, size, inHTML(b.Label)),
			`<rect width="100%" height="100%" fill="#fff"/><path fill="#000" d="`, path, `"/></svg>`)
	}
}

// quiet is the light border that a QR code needs around it, in modules.
const quiet = 4

// qrPath draws the code's QR code as an SVG path, one stroke a run of dark
// modules; size is the width with its border. Empty where the code is too long
// for a QR code.
func qrPath(code string) (path string, size int) {
	square, ok := paper.QR(code, true)
	if !ok {
		return "", 0
	}
	var b strings.Builder
	for x := range square.Bars() {
		b.WriteString("M" + strconv.Itoa(x.X+quiet) + " " + strconv.Itoa(x.Y+quiet) + "h" + strconv.Itoa(x.Width) +
			"v1h-" + strconv.Itoa(x.Width) + "z")
	}
	return b.String(), square.Size() + 2*quiet
}
