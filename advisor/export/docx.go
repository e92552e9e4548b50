package export

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"

	"wangdai/advisor"
	"wangdai/advisor/paper"
)

// A Word file is a zip of a few XML parts (ECMA-376). Ours has the least that
// Word, LibreOffice and WPS need for headings, lists, tables and page numbers.
// Bullets and numbers are written out as text with a hanging indent, so that
// they survive copying and every reader shows the same.

func writeDOCX(w io.Writer, r *advisor.Report, _ Options) error {
	return docxOf(w, paper.OfReport(r), docxInfo{keywords: stampOf(r).String(), day: r.AsOf})
}

func letterDOCX(w io.Writer, l *advisor.Letter, _ Options) error {
	return docxOf(w, paper.OfLetter(l), docxInfo{letter: true})
}

type docxInfo struct {
	keywords, day string
	letter        bool
}

// zipTime is the time of every part: the format cannot go without one, and the
// same report must give the same bytes.
var zipTime = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

func docxOf(w io.Writer, p *paper.Paper, info docxInfo) error {
	d := &docx{p: p, letter: info.letter}
	for i := range p.Blocks {
		d.block(i)
	}
	lang := map[bool]string{true: "en-GB", false: "zh-CN"}[p.Lang == "en"]
	z := zip.NewWriter(w)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", docxTypes},
		{"_rels/.rels", docxRels},
		{"docProps/core.xml", fmt.Sprintf(docxCore, escapeXML(p.Title), escapeXML(info.keywords),
			midnight(info.day).Format(time.RFC3339))},
		{"word/_rels/document.xml.rels", docxDocumentRels},
		{"word/styles.xml", fmt.Sprintf(docxStyles, lang)},
		{"word/settings.xml", fmt.Sprintf(docxSettings, lang)},
		{"word/footer1.xml", docxFooter(p)},
		{"word/document.xml", docxHead + d.b.String() + docxTail},
	} {
		f, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: zipTime})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, part.text); err != nil {
			return err
		}
	}
	return z.Close()
}

type docx struct {
	p      *paper.Paper
	b      bytes.Buffer
	letter bool
}

func escapeXML(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder takes everything
	return b.String()
}

// para writes a paragraph of a style; extra are further paragraph properties.
func (d *docx) para(style, extra string, runs ...string) {
	d.b.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + style + `"/>` + extra + `</w:pPr>`)
	for _, r := range runs {
		d.b.WriteString(r)
	}
	d.b.WriteString("</w:p>")
}

func run(text string) string {
	if text == "" {
		return ""
	}
	return `<w:r><w:t xml:space="preserve">` + escapeXML(text) + `</w:t></w:r>`
}

func bold(text string) string {
	if text == "" {
		return ""
	}
	return `<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">` + escapeXML(text) + `</w:t></w:r>`
}

const tab = `<w:r><w:tab/></w:r>`

// labelled is a bold label, a colon and a text.
func (d *docx) labelled(label, text string) string {
	if label == "" || text == "" {
		return bold(label) + run(text)
	}
	return bold(label) + run(d.p.Words.Colon+text)
}

const keepNext = `<w:keepNext/>`

func (d *docx) block(i int) {
	b := &d.p.Blocks[i]
	switch b.Kind {
	case paper.Title:
		extra := ""
		if d.letter {
			extra = `<w:jc w:val="center"/>`
		}
		d.para("Title", extra, run(b.Text))
	case paper.Heading:
		d.para(fmt.Sprintf("Heading%d", b.Level), "", run(b.Heading()))
	case paper.Para:
		d.paragraph(i)
	case paper.Small:
		d.para("Small", "", run(b.Text))
	case paper.Callout:
		text := d.labelled(b.Label, b.Text)
		if b.Label == "" {
			text = bold(b.Text)
		}
		d.para("Callout", "", text)
		for _, it := range b.Items {
			for _, n := range it.Notes {
				d.para("Callout", "", d.labelled(n.Label, n.Text))
			}
		}
	case paper.List:
		d.list(b)
	case paper.Table:
		d.table(b)
	case paper.Code:
		d.para("Code", "", d.labelled(b.Label, b.Text))
	case paper.Page:
		d.b.WriteString(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
		d.letter = false
	}
}

func (d *docx) paragraph(i int) {
	b := &d.p.Blocks[i]
	style, extra := "Normal", ""
	if i+1 < len(d.p.Blocks) && d.p.Blocks[i+1].Kind == paper.List {
		extra = keepNext
	}
	if d.letter {
		style = "Letter"
		if d.p.Lang != "en" && b.Label == "" {
			extra += `<w:ind w:firstLineChars="200" w:firstLine="480"/>`
		}
	}
	d.para(style, extra, d.labelled(b.Label, b.Text))
}

func (d *docx) list(b *paper.Block) {
	for i, it := range b.Items {
		lead := "•"
		if b.First > 0 {
			lead = fmt.Sprintf("%d.", b.First+i)
		}
		d.para("Item", "", run(lead), tab, d.labelled(it.Label, it.Text))
		for _, n := range it.Notes {
			d.para("Note", "", d.labelled(n.Label, n.Text))
		}
	}
}

const tableWidth = 9354 // twentieths of a point: A4 less the margins

func (d *docx) table(b *paper.Block) {
	d.b.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for _, c := range b.Cols {
		fmt.Fprintf(&d.b, `<w:gridCol w:w="%d"/>`, tableWidth*c.Share/100)
	}
	d.b.WriteString(`</w:tblGrid>`)
	heads := make([]string, len(b.Cols))
	for i, c := range b.Cols {
		heads[i] = c.Head
	}
	d.row(b.Cols, heads, true)
	for _, r := range b.Rows {
		d.row(b.Cols, r, false)
	}
	d.b.WriteString(`</w:tbl>`)
	d.para("Small", "") // two tables in a row would become one
}

func (d *docx) row(cols []paper.Column, cells []string, head bool) {
	d.b.WriteString(`<w:tr><w:trPr><w:cantSplit/>`)
	if head {
		d.b.WriteString(`<w:tblHeader/>`)
	}
	d.b.WriteString(`</w:trPr>`)
	for i, c := range cells {
		fmt.Fprintf(&d.b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, tableWidth*cols[i].Share/100)
		if head {
			d.b.WriteString(`<w:shd w:val="clear" w:color="auto" w:fill="F0F0F0"/>`)
		}
		d.b.WriteString(`</w:tcPr>`)
		for line := range strings.SplitSeq(c, "\n") { // at least one: a cell must end in a paragraph
			if head {
				d.para("Cell", keepNext, bold(line))
			} else {
				d.para("Cell", "", run(line))
			}
		}
		d.b.WriteString(`</w:tc>`)
	}
	d.b.WriteString(`</w:tr>`)
}

// docxFooter is the page number, in the words of the paper's language.
func docxFooter(p *paper.Paper) string {
	field := func(name string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + name +
			` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	parts := strings.Split(p.Words.Page, "%d")
	return xml.Header + `<w:ftr ` + docxSpace + `><w:p><w:pPr><w:pStyle w:val="Small"/><w:jc w:val="right"/></w:pPr>` +
		run(parts[0]) + field("PAGE") + run(parts[1]) + field("NUMPAGES") + run(parts[2]) + `</w:p></w:ftr>`
}

const (
	docxSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

	docxTypes = xml.Header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
		`<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>` +
		`<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

	docxRels = xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

	docxDocumentRels = xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>` +
		`<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>`

	docxCore = xml.Header + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
		`xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<dc:title>%s</dc:title><dc:creator>wangdai</dc:creator><cp:keywords>%s</cp:keywords>` +
		`<dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created></cp:coreProperties>`

	docxSettings = xml.Header + `<w:settings ` + docxSpace + `><w:zoom w:percent="100"/><w:characterSpacingControl w:val="compressPunctuation"/>` +
		`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
		`<w:themeFontLang w:val="en-GB" w:eastAsia="%s"/></w:settings>`

	docxHead = xml.Header + `<w:document ` + docxSpace + `><w:body>`
	docxTail = `<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>` +
		`<w:pgMar w:top="1247" w:right="1276" w:bottom="1247" w:left="1276" w:header="624" w:footer="624" w:gutter="0"/></w:sectPr></w:body></w:document>`
)

// docxStyles: SimSun for Chinese text and SimHei for its headings, the usual
// pair of Chinese legal papers; where they are missing the reader's own
// Chinese font steps in.
const docxStyles = xml.Header + `<w:styles ` + docxSpace + `>` +
	`<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="宋体"/>` +
	`<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-GB" w:eastAsia="%s"/></w:rPr></w:rPrDefault>` +
	`<w:pPrDefault><w:pPr><w:spacing w:before="40" w:after="40" w:line="320" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
	`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>` +
	`<w:pPr><w:keepNext/><w:spacing w:before="0" w:after="160"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/><w:b/><w:bCs/><w:sz w:val="40"/><w:szCs w:val="40"/></w:rPr></w:style>` +
	docxHeading1 + docxHeading2 + docxHeading3 +
	`<w:style w:type="paragraph" w:customStyle="1" w:styleId="Small"><w:name w:val="Small"/><w:basedOn w:val="Normal"/><w:rPr><w:color w:val="595959"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>` +
	`<w:style w:type="paragraph" w:customStyle="1" w:styleId="Callout"><w:name w:val="Callout"/><w:basedOn w:val="Normal"/>` +
	`<w:pPr><w:keepLines/><w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="000000"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="F4F4F4"/><w:ind w:left="200"/></w:pPr></w:style>` +
	`<w:style w:type="paragraph" w:customStyle="1" w:styleId="Item"><w:name w:val="Item"/><w:basedOn w:val="Normal"/>` +
	`<w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs><w:ind w:left="420" w:hanging="420"/></w:pPr></w:style>` +
	`<w:style w:type="paragraph" w:customStyle="1" w:styleId="Note"><w:name w:val="Note"/><w:basedOn w:val="Normal"/>` +
	`<w:pPr><w:spacing w:before="0" w:after="0"/><w:ind w:left="420"/></w:pPr><w:rPr><w:color w:val="404040"/><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr></w:style>` +
	`<w:style w:type="paragraph" w:customStyle="1" w:styleId="Cell"><w:name w:val="Cell"/><w:basedOn w:val="Normal"/>` +
	`<w:pPr><w:spacing w:before="20" w:after="20" w:line="264" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>` +
	`<w:style w:type="paragraph" w:customStyle="1" w:styleId="Code"><w:name w:val="Code"/><w:basedOn w:val="Normal"/>` +
	`<w:rPr><w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/><w:b/><w:bCs/><w:noProof/></w:rPr></w:style>` +
	`<w:style w:type="paragraph" w:customStyle="1" w:styleId="Letter"><w:name w:val="Letter"/><w:basedOn w:val="Normal"/>` +
	`<w:pPr><w:spacing w:before="80" w:after="80" w:line="400" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr></w:style>` +
	`<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>` +
	`<w:top w:val="single" w:sz="4" w:space="0" w:color="808080"/><w:left w:val="single" w:sz="4" w:space="0" w:color="808080"/>` +
	`<w:bottom w:val="single" w:sz="4" w:space="0" w:color="808080"/><w:right w:val="single" w:sz="4" w:space="0" w:color="808080"/>` +
	`<w:insideH w:val="single" w:sz="4" w:space="0" w:color="808080"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="808080"/>` +
	`</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`

const (
	docxHeading1 = `<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>` +
		`<w:pPr><w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="8" w:space="2" w:color="000000"/></w:pBdr><w:spacing w:before="400" w:after="100"/><w:outlineLvl w:val="0"/></w:pPr>` +
		`<w:rPr><w:rFonts w:eastAsia="黑体"/><w:b/><w:bCs/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style>`
	docxHeading2 = `<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>` +
		`<w:pPr><w:keepNext/><w:spacing w:before="220" w:after="60"/><w:outlineLvl w:val="1"/></w:pPr>` +
		`<w:rPr><w:rFonts w:eastAsia="黑体"/><w:b/><w:bCs/><w:sz w:val="23"/><w:szCs w:val="23"/></w:rPr></w:style>`
	docxHeading3 = `<w:style w:type="paragraph" w:styleId="Heading3"><w:name w:val="heading 3"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>` +
		`<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="180" w:after="20"/><w:outlineLvl w:val="2"/></w:pPr>` +
		`<w:rPr><w:rFonts w:eastAsia="黑体"/><w:b/><w:bCs/></w:rPr></w:style>`
)
