package export

import (
	"fmt"
	"io"
	"regexp"
	"strings"

	"wangdai/advisor"
)

func writeMarkdown(w io.Writer, r *advisor.Report, _ Options) error {
	return markdownOf(w, reportPaper(r))
}

func letterMarkdown(w io.Writer, l *advisor.Letter, _ Options) error {
	return markdownOf(w, letterPaper(l))
}

func markdownOf(w io.Writer, p *paper) error {
	m := &marker{p: p}
	for i := range p.blocks {
		if i > 0 {
			m.b.WriteByte('\n')
		}
		m.block(&p.blocks[i])
	}
	_, err := io.WriteString(w, m.b.String())
	return err
}

type marker struct {
	p *paper
	b strings.Builder
}

var (
	webAddress = regexp.MustCompile(`https?://[\w\-.~:/?#@!$&'()*+,;=%]*[\w\-/#=%&]`)
	lineStart  = regexp.MustCompile(`^(\d+)([.)])`)
	special    = strings.NewReplacer(`\`, `\\`, "`", "\\`", `*`, `\*`, `_`, `\_`, `[`, `\[`, `]`, `\]`, `<`, `\<`, `>`, `\>`,
		`#`, `\#`, `|`, `\|`, `~`, `\~`, `&`, `\&`, `$`, `\$`)
)

// escape keeps a text from being read as Markdown. Web addresses become links
// to themselves.
func escape(s string) string {
	var b strings.Builder
	for {
		at := webAddress.FindStringIndex(s)
		if at == nil {
			break
		}
		b.WriteString(special.Replace(s[:at[0]]))
		b.WriteString("<" + s[at[0]:at[1]] + ">")
		s = s[at[1]:]
	}
	b.WriteString(special.Replace(s))
	return b.String()
}

// escapeStart is escape for a text at the start of a line, where "1." and "-"
// would begin a list.
func escapeStart(s string) string {
	s = lineStart.ReplaceAllString(escape(s), `$1\$2`)
	if strings.HasPrefix(s, "-") || strings.HasPrefix(s, "+") || strings.HasPrefix(s, "=") {
		s = `\` + s
	}
	return s
}

func (m *marker) labelled(label, text string) string {
	if label == "" {
		return escapeStart(text)
	}
	return m.p.labelled("**"+escape(label)+"**", escape(text))
}

func (m *marker) block(b *block) {
	switch b.kind {
	case titleBlock:
		m.line("# " + escape(b.text))
	case headingBlock:
		m.line(strings.Repeat("#", b.level+1) + " " + escape(b.text))
	case paraBlock:
		m.line(m.labelled(b.label, b.text))
	case smallBlock:
		m.line("*" + escape(b.text) + "*")
	case calloutBlock:
		m.line("> " + m.labelled(b.label, b.text))
		for _, it := range b.items {
			for _, n := range it.notes {
				m.line(">\n> " + m.labelled(n.label, n.text))
			}
		}
	case listBlock:
		m.list(b)
	case tableBlock:
		m.table(b)
	case codeBlock:
		m.line(m.p.labelled("**"+escape(b.label)+"**", "`"+strings.ReplaceAll(b.text, "`", "")+"`"))
	case pageBlock:
		m.line("---")
	}
}

func (m *marker) line(s string) { m.b.WriteString(s + "\n") }

func (m *marker) list(b *block) {
	for i, it := range b.items {
		lead := "- "
		if b.first > 0 {
			lead = fmt.Sprintf("%d. ", b.first+i)
		}
		m.line(lead + m.labelled(it.label, it.text))
		indent := strings.Repeat(" ", len(lead))
		for _, n := range it.notes {
			m.line(indent + "- " + m.labelled(n.label, n.text))
		}
	}
}

func (m *marker) table(b *block) {
	var head, rule []string
	for _, c := range b.cols {
		head, rule = append(head, escape(c.head)), append(rule, "---")
	}
	m.row(head)
	m.row(rule)
	for _, r := range b.rows {
		cells := make([]string, len(r))
		for i, c := range r {
			cells[i] = strings.ReplaceAll(escape(c), "\n", "<br>")
		}
		m.row(cells)
	}
}

func (m *marker) row(cells []string) { m.line("| " + strings.Join(cells, " | ") + " |") }
