package tui

import (
	"slices"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/paper"
	"wangdai/tui/part"
)

// dangerPage shows what is urgent for life or money as soon as it is true.
func dangerPage(finding string) *sheet {
	return &sheet{
		onward: true,
		title:  func(a *App) string { return "! " + a.words().DangerNow },
		paras: func(a *App, w int) []part.Para {
			p := paper.OfFinding(a.result().report, finding)
			return a.blocks(p, p.Blocks, w)
		},
	}
}

// mostCalled is how many numbers stand in the line of keys.
const mostCalled = 2

// helpline is whom to call in the dangers that were answered, or "": the number
// that each names first.
func (a *App) helpline() string {
	if a.s == nil {
		return ""
	}
	var numbers []string
	st := a.s.State()
	for i := range a.base.Findings {
		f := &a.base.Findings[i]
		if f.Urgency != advisor.Danger || st.Truth[i] != cond.True {
			continue
		}
		for _, s := range f.Steps {
			if len(s.With) == 0 {
				continue
			}
			if x := a.base.Authority(s.With[0]); x != nil && x.Urgent && !slices.Contains(numbers, x.Number) {
				numbers = append(numbers, x.Number)
			}
			break
		}
	}
	return strings.Join(numbers[:min(len(numbers), mostCalled)], "·")
}
