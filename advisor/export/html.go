package export

import (
	"html/template"
	"io"
	"strconv"
	"strings"
	"sync"

	"wangdai/advisor"
	"wangdai/advisor/paper"
)

// The page is one file: no script, nothing fetched, style inside. html/template
// escapes by context.
const pageTemplate = `<!DOCTYPE html>
<html lang="{{.Lang}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="wangdai" content="{{.Stamp}}">
<title>{{.Title}}</title>
<style>
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
svg{width:8.5rem;height:8.5rem;display:block}
@media(max-width:36rem){thead{display:none}tr,td{display:block;width:100%}tr{border-top:2px solid var(--line);padding:.3rem 0}
 td{border:0;padding:.1rem 0}td[data-head]::before{content:attr(data-head);color:var(--soft);font-size:.85em}td:empty{display:none}}
@page{size:A4;margin:20mm 18mm}
@media print{body{max-width:none;padding:0;font-size:10.5pt;line-height:1.6}h1{font-size:18pt}h2{font-size:13.5pt}h3{font-size:11.5pt}h4{font-size:10.5pt}
 h2,h3,h4,thead{break-after:avoid}li,tr,.callout{break-inside:avoid}thead{display:table-header-group}a{color:inherit;text-decoration:none}p,li{orphans:2;widows:2}}
</style>
</head>
<body>
<main>
{{- range .Sections}}
<section>
{{- range .}}
{{- if eq .Kind "title"}}
<h1>{{.Text}}</h1>
{{- else if eq .Kind "heading"}}
{{- if eq .Level 1}}
<h2>{{.Text}}</h2>
{{- else if eq .Level 2}}
<h3>{{.Text}}</h3>
{{- else}}
<h4>{{.Text}}</h4>
{{- end}}
{{- else if eq .Kind "para"}}
<p>{{template "labelled" .}}</p>
{{- else if eq .Kind "small"}}
<p class="small">{{.Text}}</p>
{{- else if eq .Kind "callout"}}
<div class="callout">
<p>{{template "labelled" .}}</p>
{{- range .Items}}{{range .Notes}}
<p class="note">{{template "labelled" .}}</p>
{{- end}}{{end}}
</div>
{{- else if eq .Kind "list"}}
{{if .First}}<ol start="{{.First}}">{{else}}<ul>{{end}}
{{- range .Items}}
<li>{{template "labelled" .}}
{{- range .Notes}}
<p class="note">{{template "labelled" .}}</p>
{{- end}}</li>
{{- end}}
{{if .First}}</ol>{{else}}</ul>{{end}}
{{- else if eq .Kind "table"}}
<table>
<thead><tr>{{range .Cols}}<th scope="col" style="width:{{.Share}}%">{{.Head}}</th>{{end}}</tr></thead>
<tbody>
{{- range .Rows}}
<tr>
{{- range .}}
<td data-head="{{.Head}}">{{range .Lines}}<div>{{template "text" .}}</div>{{end}}</td>
{{- end}}
</tr>
{{- end}}
</tbody>
</table>
{{- else if eq .Kind "code"}}
<p>{{if .Label}}<strong>{{.Label}}</strong>{{.Colon}}{{end}}<span class="code">{{.Text}}</span></p>
{{- if .QR}}
<svg viewBox="0 0 {{.QRSize}} {{.QRSize}}" role="img" aria-label="{{.Label}}"><rect width="100%" height="100%" fill="#fff"/><path fill="#000" d="{{.QR}}"/></svg>
{{- end}}
{{- end}}
{{- end}}
</section>
{{- end}}
</main>
</body>
</html>
{{define "labelled"}}{{if .Label}}<strong>{{.Label}}</strong>{{if .Pieces}}{{.Colon}}{{end}}{{end}}{{template "text" .Pieces}}{{end}}
{{define "text"}}{{range .}}{{if .Link}}<a href="{{.Text}}">{{.Text}}</a>{{else}}{{.Text}}{{end}}{{end}}{{end}}
`

var page = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Parse(pageTemplate))
})

type htmlPage struct {
	Lang, Title, Stamp string
	Sections           [][]htmlBlock
}

type htmlBlock struct {
	Kind string
	htmlText
	Level, First int
	Text         string
	Items        []htmlItem
	Cols         []htmlColumn
	Rows         [][]htmlCell
	QR           string
	QRSize       int
}

type htmlText struct {
	Label, Colon string
	Pieces       []htmlPiece
}

type htmlPiece struct {
	Text string
	Link bool
}

type htmlItem struct {
	htmlText
	Notes []htmlText
}

type htmlColumn struct {
	Head  string
	Share int
}

type htmlCell struct {
	Head  string
	Lines [][]htmlPiece
}

var kindNames = map[paper.Kind]string{paper.Title: "title", paper.Heading: "heading", paper.Para: "para", paper.Small: "small",
	paper.Callout: "callout", paper.List: "list", paper.Table: "table", paper.Code: "code"}

func writeHTML(w io.Writer, r *advisor.Report, _ Options) error {
	p := paper.OfReport(r)
	v := htmlPage{Lang: "zh-CN", Title: p.Title, Stamp: stampOf(r).String()}
	if r.Lang == advisor.Lang("en") {
		v.Lang = "en"
	}
	for i := range p.Blocks {
		b := &p.Blocks[i]
		if len(v.Sections) == 0 || b.Kind == paper.Heading && b.Level == 1 {
			v.Sections = append(v.Sections, nil)
		}
		last := &v.Sections[len(v.Sections)-1]
		*last = append(*last, blockOf(p, b))
	}
	return page().Execute(w, v)
}

func blockOf(p *paper.Paper, b *paper.Block) htmlBlock {
	v := htmlBlock{Kind: kindNames[b.Kind], htmlText: textPieces(p, b.Label, b.Text), Level: b.Level, First: b.First, Text: b.Text}
	if b.Kind == paper.Heading {
		v.Text = b.Heading()
	}
	for _, it := range b.Items {
		x := htmlItem{htmlText: textPieces(p, it.Label, it.Text)}
		for _, n := range it.Notes {
			x.Notes = append(x.Notes, textPieces(p, n.Label, n.Text))
		}
		v.Items = append(v.Items, x)
	}
	for _, c := range b.Cols {
		v.Cols = append(v.Cols, htmlColumn{c.Head, c.Share})
	}
	for _, r := range b.Rows {
		var cells []htmlCell
		for i, c := range r {
			cell := htmlCell{Head: b.Cols[i].Head + p.Words.Colon}
			for _, s := range paper.Paragraphs(c) {
				cell.Lines = append(cell.Lines, pieces(s))
			}
			cells = append(cells, cell)
		}
		v.Rows = append(v.Rows, cells)
	}
	if b.Kind == paper.Code {
		v.QR, v.QRSize = qrPath(b.Text)
	}
	return v
}

func textPieces(p *paper.Paper, label, text string) htmlText {
	return htmlText{label, p.Words.Colon, pieces(text)}
}

// pieces cuts a text at its web addresses.
func pieces(s string) []htmlPiece {
	var out []htmlPiece
	for s != "" {
		at := webAddress.FindStringIndex(s)
		if at == nil {
			return append(out, htmlPiece{s, false})
		}
		if at[0] > 0 {
			out = append(out, htmlPiece{s[:at[0]], false})
		}
		out = append(out, htmlPiece{s[at[0]:at[1]], true})
		s = s[at[1]:]
	}
	return out
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
		b.WriteString("M" + strconv.Itoa(x.X+quiet) + " " + strconv.Itoa(x.Y+quiet) + "h" + strconv.Itoa(x.Width) + "v1h-" + strconv.Itoa(x.Width) + "z")
	}
	return b.String(), square.Size() + 2*quiet
}
