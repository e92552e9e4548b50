package tui

import "wangdai/advisor/paper"

// dangerPage shows what is urgent for life or money as soon as it is true.
func dangerPage(finding string) *sheet {
	return &sheet{
		title: func(a *App) string { return "! " + a.words().DangerNow },
		text: func(a *App, w int) []string {
			p := paper.OfFinding(a.result().report, finding)
			return a.blocks(p, p.Blocks, w, 0)
		},
	}
}
