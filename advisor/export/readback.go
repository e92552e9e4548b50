package export

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"wangdai/advisor"
	"wangdai/advisor/lazy"
)

// Reading exported files back, as far as verifying needs it: the stamp from
// the properties, and the lines of text.

// mostBytes bounds what is unpacked from a file someone hands in.
const mostBytes = 32 << 20

var errTooBig = fmt.Errorf("more than %d MB once unpacked", mostBytes>>20)

func readAll(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, mostBytes+1))
	if err == nil && len(data) > mostBytes {
		err = errTooBig
	}
	return data, err
}

// readFileStamp reads the stamp from a file's properties; empty where it has
// none there.
func readFileStamp(format string, file []byte) (Stamp, error) {
	switch format {
	case "json":
		var r advisor.Report
		if err := json.Unmarshal(bytes.TrimPrefix(file, []byte("\ufeff")), &r); err != nil {
			return Stamp{}, err
		}
		return stampOf(&r), nil
	case "html":
		if m := htmlStamp().FindSubmatch(file); m != nil {
			return readStamp(html.UnescapeString(string(m[1]))), nil
		}
	case "docx":
		data, err := docxPart(file, "docProps/core.xml")
		if err != nil {
			return Stamp{}, nil // programs may drop the properties; the text has the stamp too
		}
		if m := docxStamp().FindSubmatch(data); m != nil {
			return readStamp(html.UnescapeString(string(m[1]))), nil
		}
	case "pdf":
		if at := bytes.LastIndex(file, []byte("/Keywords (")); at >= 0 {
			s, _ := pdfString(file[at+len("/Keywords ("):])
			return readStamp(utf16Text(bytes.TrimPrefix(s, []byte{0xfe, 0xff}))), nil
		}
	case "ics":
		for _, l := range icsLines(file) {
			if v, ok := strings.CutPrefix(l, "X-WR-CALDESC:"); ok {
				return readStamp(v), nil
			}
		}
	}
	return Stamp{}, nil
}

var (
	htmlStamp = lazy.Regexp(`(?i)<meta\s+name="?wangdai"?\s+content="([^"]*)"`)
	docxStamp = lazy.Regexp(`<(?:\w+:)?keywords[^>]*>([^<]*)</`)
)

// linesOf are the lines of text of a file.
func linesOf(format string, file []byte) ([]string, error) {
	switch format {
	case "pdf":
		return pdfLines(file)
	case "docx":
		data, err := docxPart(file, "word/document.xml")
		if err != nil {
			return nil, err
		}
		return docxLines(data)
	case "html":
		return htmlLines(file)
	case "json":
		return jsonLines(file)
	case "ics":
		return icsLines(file), nil
	}
	return plainLines(file)
}

func plainLines(file []byte) ([]string, error) {
	if !utf8.Valid(file) {
		return nil, errors.New("not UTF-8")
	}
	text := strings.ReplaceAll(strings.TrimPrefix(string(file), "\ufeff"), "\r\n", "\n")
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " \t")
	}
	return lines, nil
}

// jsonLines are the lines of the report as this program would write it, so
// that another program's indentation is no difference; what does not belong
// in a report is an error.
func jsonLines(file []byte) ([]string, error) {
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(file, []byte("\ufeff"))))
	d.DisallowUnknownFields()
	d.UseNumber()
	var r advisor.Report
	if err := d.Decode(&r); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := writeJSON(&b, &r, Options{}); err != nil {
		return nil, err
	}
	return plainLines(b.Bytes())
}

// icsLines are the content lines, unfolded (RFC 5545, 3.1).
func icsLines(file []byte) []string {
	text := strings.ReplaceAll(string(file), "\r\n", "\n")
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\n ", ""), "\n\t", "")
	return strings.Split(strings.TrimRight(text, "\n"), "\n")
}

func docxPart(file []byte, name string) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	f, err := z.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readAll(f)
}

// docxLines are the paragraphs of a Word document.
func docxLines(data []byte) ([]string, error) {
	return xmlLines(xml.NewDecoder(bytes.NewReader(data)),
		func(name string) bool { return name == "p" || name == "br" },
		func(name string) bool { return name == "t" || name == "tab" }, nil)
}

var htmlBlocks = strings.Fields("p div h1 h2 h3 h4 h5 h6 li td th tr table section main body " +
	"br title ul ol svg head thead tbody")

// htmlLines are the blocks of a web page. The reader is lenient: browsers
// write pages down in their own way.
func htmlLines(file []byte) ([]string, error) {
	d := xml.NewDecoder(bytes.NewReader(file))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	return xmlLines(d, func(name string) bool { return slices.Contains(htmlBlocks, strings.ToLower(name)) }, nil,
		func(name string) bool {
			name = strings.ToLower(name)
			return name == "style" || name == "script"
		})
}

// xmlLines collects text, a line for each element that breaks lines. text
// names the elements whose text counts (nil: all), skip those passed over.
func xmlLines(d *xml.Decoder, breaks, text, skip func(string) bool) ([]string, error) {
	var out []string
	var line strings.Builder
	flush := func() {
		if s := strings.Join(strings.Fields(line.String()), " "); s != "" {
			out = append(out, s)
		}
		line.Reset()
	}
	var open []string
	for {
		tok, err := d.Token()
		if err == io.EOF {
			flush()
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		switch x := tok.(type) {
		case xml.StartElement:
			open = append(open, x.Name.Local)
			if breaks(x.Name.Local) {
				flush()
			}
			if x.Name.Local == "tab" {
				line.WriteByte(' ')
			}
		case xml.EndElement:
			open = open[:max(len(open)-1, 0)]
			if breaks(x.Name.Local) {
				flush()
			}
		case xml.CharData:
			in := ""
			if len(open) > 0 {
				in = open[len(open)-1]
			}
			if (text == nil || text(in)) && (skip == nil || !skip(in)) {
				line.Write(x)
			}
		}
	}
}

var (
	pdfPage    = lazy.Regexp(`(?s)/Type\s*/Page\b[^s].*?/Contents (\d+) 0 R`)
	pdfObject  = lazy.Regexp(`(?m)^(\d+) 0 obj\b`)
	pdfNumbers = lazy.Regexp(`(-?[\d.]+) (-?[\d.]+) Td\s*$`)
)

// pdfLines are the lines of text of a PDF as this program writes them: pages
// in order, and what stands at their feet after all of them.
func pdfLines(file []byte) ([]string, error) {
	at := map[string]int{} // the last definition of an object counts
	for _, m := range pdfObject().FindAllSubmatchIndex(file, -1) {
		at[string(file[m[2]:m[3]])] = m[1]
	}
	var lines, feet []string
	unpacked := 0 // pages may share one stream
	for _, m := range pdfPage().FindAllSubmatch(file, -1) {
		start, ok := at[string(m[1])]
		if !ok {
			continue
		}
		stream, err := pdfStream(file[start:])
		if err != nil {
			return nil, err
		}
		if unpacked += len(stream); unpacked > mostBytes {
			return nil, errTooBig
		}
		a, b := pageLines(stream)
		lines, feet = append(lines, a...), append(feet, b...)
	}
	if len(lines) == 0 {
		return nil, errors.New("no text of the form this program writes; " +
			"it may have been saved again by another program")
	}
	return append(lines, feet...), nil
}

func pdfStream(obj []byte) ([]byte, error) {
	_, data, ok := bytes.Cut(obj, []byte("stream\n"))
	if !ok {
		return nil, errors.New("a page without text")
	}
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	return readAll(z)
}

// pageLines reads the text of a page: pieces at the same height are one line.
func pageLines(stream []byte) (lines, feet []string) {
	lastY := ""
	for {
		at := bytes.IndexByte(stream, '(')
		if at < 0 {
			return lines, feet
		}
		y := lastY
		if m := pdfNumbers().FindSubmatch(stream[max(0, at-40):at]); m != nil {
			y = string(m[2])
		}
		s, rest := pdfString(stream[at+1:])
		stream = rest
		text := utf16Text(s)
		height, _ := strconv.ParseFloat(y, 64)
		switch {
		case height < pageHeight-footLine+5:
			feet = append(feet, text)
		case y == lastY && len(lines) > 0:
			lines[len(lines)-1] += text
		default:
			lines = append(lines, text)
		}
		lastY = y
	}
}

// pdfString reads a literal string behind its opening bracket.
func pdfString(b []byte) (s, rest []byte) {
	depth := 1
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '\\':
			if i++; i < len(b) {
				s = append(s, map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}[b[i]])
				if s[len(s)-1] == 0 {
					s[len(s)-1] = b[i]
				}
			}
			continue
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return s, b[i+1:]
			}
		}
		s = append(s, b[i])
	}
	return s, nil
}

// utf16Text reads big-endian UTF-16.
func utf16Text(b []byte) string {
	u := make([]uint16, len(b)/2)
	for i := range u {
		u[i] = uint16(b[2*i])<<8 | uint16(b[2*i+1])
	}
	return string(utf16.Decode(u))
}
