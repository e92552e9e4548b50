package export

import (
	"fmt"
	"io"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/lazy"
	"wangdai/advisor/paper"
)

func writeMarkdown(w io.Writer, r *advisor.Report, _ Options) error {
	return markdownOf(w, paper.OfReport(r))
}

func letterMarkdown(w io.Writer, l *advisor.Letter, _ Options) error {
	return markdownOf(w, paper.OfLetter(l))
}

func markdownOf(w io.Writer, p *paper.Paper) error {
	m := &marker{p: p}
	for i := range p.Blocks {
		if i > 0 {
			m.b.WriteByte('\n')
		}
		m.block(&p.Blocks[i])
	}
	_, err := io.WriteString(w, m.b.String())
	return err
}

type marker struct {
	p *paper.Paper
	b strings.Builder
}

var (
	webAddress = lazy.Regexp(`https?://[\w\-.~:/?#@!$&'()*+,;=%]*[\w\-/#=%&]`)
	lineStart  = lazy.Regexp(`^(\d+)([.)])`)
	special    = strings.NewReplacer(`\`, `\\`, "`", "\\`", `*`, `\*`, `_`, `\_`, `[`, `\[`, `]`, `\]`,
		`<`, `\<`, `>`, `\>`, `#`, `\#`, `|`, `\|`, `~`, `\~`, `&`, `\&`, `$`, `\$`)
)

// escape keeps a text from being read as Markdown. Web addresses become links
// to themselves.
func escape(s string) string {
	var b strings.Builder
	for {
		at := webAddress().FindStringIndex(s)
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
	s = lineStart().ReplaceAllString(escape(s), `$1\$2`)
	if strings.HasPrefix(s, "-") || strings.HasPrefix(s, "+") || strings.HasPrefix(s, "=") {
		s = `\` + s
	}
	return s
}

func (m *marker) labelled(label, text string) string {
	if label == "" {
		return escapeStart(text)
	}
	return m.p.Labelled("**"+escape(label)+"**", escape(text))
}

func (m *marker) block(b *paper.Block) {
	switch b.Kind {
	case paper.Title:
		m.line("# " + escape(b.Text))
	case paper.Heading:
		m.line(strings.Repeat("#", b.Level+1) + " " + escape(b.Heading()))
	case paper.Para:
		m.line(m.labelled(b.Label, b.Text))
	case paper.Small:
		m.line("*" + escape(b.Text) + "*")
	case paper.Callout:
		m.line("> " + m.labelled(b.Label, b.Text))
		for _, it := range b.Items {
			for _, n := range it.Notes {
				m.line(">\n> " + m.labelled(n.Label, n.Text))
			}
		}
	case paper.List:
		m.list(b)
	case paper.Table:
		m.table(b)
	case paper.Code:
		m.line(m.p.Labelled("**"+escape(b.Label)+"**", "`"+strings.ReplaceAll(b.Text, "`", "")+"`"))
	case paper.Page:
		m.line("---")
	}
}

func (m *marker) line(s string) { m.b.WriteString(s + "\n") }

func (m *marker) list(b *paper.Block) {
	for i, it := range b.Items {
		lead := "- "
		if b.First > 0 {
			lead = fmt.Sprintf("%d. ", b.First+i)
		}
		m.line(lead + m.labelled(it.Label, it.Text))
		indent := strings.Repeat(" ", len(lead))
		for _, n := range it.Notes {
			m.line(indent + "- " + m.labelled(n.Label, n.Text))
		}
	}
}

func (m *marker) table(b *paper.Block) {
	var head, rule []string
	for _, c := range b.Cols {
		head, rule = append(head, escape(c.Head)), append(rule, "---")
	}
	m.row(head)
	m.row(rule)
	for _, r := range b.Rows {
		cells := make([]string, len(r))
		for i, c := range r {
			cells[i] = strings.ReplaceAll(escape(c), "\n", "<br>")
		}
		m.row(cells)
	}
}

func (m *marker) row(cells []string) { m.line("| " + strings.Join(cells, " | ") + " |") }
