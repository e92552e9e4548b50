package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"wangdai/advisor/paths"
	"wangdai/advisor/words"
	"wangdai/cmd/internal/hall"
	"wangdai/knowledge/check"
	"wangdai/knowledge/load"
)

// record writes what every case leads to into outcomes/ of a knowledge folder,
// with answers on both sides of the boundaries that no case stands at, and the
// edition of the questions.
func (a *app) record(dir string) error {
	fsys := os.DirFS(dir)
	b, problems := load.Folder(fsys)
	if b == nil || load.Faulty(problems) {
		return hall.Wrong(a.words().Keep.Faulty, hall.Clean(dir), hall.Clean(dir))
	}
	score, err := check.Mutation(fsys, b, true)
	if err != nil {
		return err
	}
	out := filepath.Join(dir, "outcomes")
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	files := check.Outcomes(fsys, b, score.Probes)
	var left strings.Builder
	for _, x := range score.Survivors {
		fmt.Fprintf(&left, "%s:%d:%d: %s · %s\n", x.Pos.File, x.Pos.Line, x.Pos.Col, x.In().ZH, x.In().EN)
	}
	files["survivors.txt"] = []byte("# " + words.LineIn("zh").Keep.Survivors + " · " +
		words.LineIn("en").Keep.Survivors + "\n" + left.String())
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(out, name), data, 0o644); err != nil {
			return err
		}
	}
	a.printScore(score)
	return a.recordEdition(b, dir)
}

// mutate says how much of the knowledge the cases and probes hold fast.
func (a *app) mutate(asJSON bool) error {
	b, err := a.sound(a.whole())
	if err != nil {
		return err
	}
	score, err := check.Mutation(a.files(), b, false)
	if err != nil {
		return err
	}
	if !asJSON {
		a.printScore(score)
		return nil
	}
	left := []problemJSON{}
	for _, x := range score.Survivors {
		left = append(left, problemJSON{File: x.Pos.File, Line: x.Pos.Line, Column: x.Pos.Col,
			What: x.In().In(a.speech)})
	}
	return a.printJSON(map[string]any{"mutants": score.Mutants, "killed_by_cases": score.ByCases,
		"killed_by_probes": score.ByProbes,
		"asks": map[string]int{"mutants": score.Asks.Mutants, "killed_by_cases": score.Asks.ByCases,
			"killed_by_probes": score.Asks.ByProbes},
		"survivors": left})
}

func (a *app) printScore(s *paths.Score) {
	for _, x := range s.Survivors {
		fmt.Fprintf(a.out, "%s:%d:%d: %s\n", x.Pos.File, x.Pos.Line, x.Pos.Col, x.In().In(a.speech))
	}
	part := func(n int) float64 { return 100 * float64(n) / float64(max(1, s.Mutants)) }
	fmt.Fprintf(a.out, a.words().Keep.Score+"\n",
		s.Mutants, s.ByCases, part(s.ByCases), s.ByProbes, part(s.ByCases+s.ByProbes), len(s.Survivors))
	if n := s.Asks.Mutants; n > 0 {
		fmt.Fprintf(a.out, a.words().Keep.AskScore+"\n", n, s.Asks.ByCases, s.Asks.ByProbes,
			n-s.Asks.ByCases-s.Asks.ByProbes)
	}
}
