package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor"
	"wangdai/advisor/typeset"
	"wangdai/tui/look"
)

// home is the start page: the first question, what are you to this loan.
type home struct {
	at  int
	row int
}

func (p *home) head(a *App) (string, string) { return a.words().Name, a.words().Languages }
func (p *home) keys(a *App) string           { return a.words().HomeKeys }
func (p *home) cursor() int                  { return p.row }

func (p *home) update(a *App, key, _ string) tea.Cmd {
	n := len(a.deps.Home.Options) + 1 // 不清楚 stands last, as on every question
	switch key {
	case look.Unsure:
		a.role(n - 1)
	case look.Danger:
		a.push(helpPage(a, a.words().DangerHelp))
	case look.Help:
		a.push(helpPage(a, a.words().Help))
	case look.Code:
		if a.base != nil {
			a.push(&entry{prompt: a.words().CodeAsk, done: resume})
		}
	case look.Law:
		if a.base != nil {
			a.push(&entry{prompt: a.words().LawAsk, done: searchLaw})
		}
	default:
		var chosen int
		if p.at, chosen = pick(key, p.at, n); chosen >= 0 {
			a.role(chosen)
		}
	}
	return nil
}

// pick moves through a list of n entries: where the mark stands after the key,
// and the entry that the key chose, or -1.
func pick(key string, at, n int) (to, chosen int) {
	if n == 0 {
		return 0, -1
	}
	switch key {
	case "up", "k":
		return (at + n - 1) % n, -1
	case "down", "j":
		return (at + 1) % n, -1
	case "enter":
		return at, at
	}
	if i := digit(key); i >= 0 && i < n {
		return i, i
	}
	return at, -1
}

func digit(key string) int {
	if len(key) == 1 && key[0] >= '1' && key[0] <= '9' {
		return int(key[0] - '1')
	}
	return -1
}

func (p *home) body(a *App, w, h int) []string {
	f := a.words()
	var lines []string
	if h >= 14 {
		lines = append(lines, typeset.Wrap(f.Motto, w-1, typeset.Width)...)
		lines = append(lines, "")
	}
	lines = append(lines, a.theme.Heading.Render(a.deps.Home.Title.In(a.lang)))
	if h >= 16 {
		lines = append(lines, "")
	}
	foot := []string{}
	if h >= 12 {
		foot = append(foot, "", a.theme.Warn.Render(trim(f.HomeDanger, w)))
	}
	if a.base != nil && a.base.Stale(a.deps.Today) && h >= 8 {
		foot = append(foot, a.theme.Warn.Render(trim(fmt.Sprintf(f.HomeStale, a.base.LawAsOf), w)))
	}
	if a.base == nil && a.wait >= 0 {
		foot = append(foot, f.Loading)
	}
	opts := append(texts(a.deps.Home.Options, a.lang), f.Unsure)
	list, row := choices(a, opts, p.at, nil, w, max(1, h-len(lines)-len(foot)))
	p.row = len(lines) + row
	return append(append(lines, list...), foot...)
}

func texts(t []advisor.Text, l advisor.Lang) []string {
	out := make([]string, len(t))
	for i := range t {
		out[i] = t[i].In(l)
	}
	return out
}

// choices draws numbered options in at most h lines, with the chosen one in
// sight, and says on which line it stands. marks are the ticked ones, for
// questions with several answers.
func choices(a *App, opts []string, at int, marks *uint64, w, h int) (lines []string, row int) {
	var blocks [][]string
	total := 0
	for i, o := range opts {
		num := "  "
		if i < 9 {
			num = fmt.Sprintf("%d ", i+1)
		}
		if marks != nil && i < len(opts)-1 { // 不清楚 is no box to tick
			num += map[bool]string{true: "[x] ", false: "[ ] "}[*marks>>uint(i)&1 == 1]
		}
		lead := "  " + num
		if i == at {
			lead = "› " + num
		}
		var block []string
		for k, l := range typeset.Wrap(o, max(8, w-typeset.Width(lead)-1), typeset.Width) {
			if k > 0 {
				lead = strings.Repeat(" ", typeset.Width(lead))
			}
			if i == at {
				block = append(block, a.theme.Chosen.Render(lead+l))
			} else {
				block = append(block, lead+l)
			}
		}
		blocks = append(blocks, block)
		total += len(block)
	}
	from, to, used := 0, len(blocks), total
	for used > h-1 && total > h { // leave a line to say that there is more
		if to-1 > at && (to-1-at >= at-from || from == at) {
			to--
			used -= len(blocks[to])
		} else if from < at {
			used -= len(blocks[from])
			from++
		} else {
			break
		}
	}
	for i := from; i < to; i++ {
		if i == at {
			row = len(lines)
		}
		lines = append(lines, blocks[i]...)
	}
	if rest := len(blocks) - (to - from); rest > 0 {
		lines = append(lines, a.theme.Muted.Render("  "+fmt.Sprintf(a.words().MoreBelow, rest)))
	}
	return lines, row
}
