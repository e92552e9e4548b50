package plain

import (
	"fmt"
	"unicode/utf8"

	"wangdai/advisor"
	"wangdai/advisor/typeset"
)

// first is page one, and where one may go on to from there.
type first struct {
	shown bool // it was printed
	read  bool // so was what stands behind it
}

// ways are where one may go on to, in words, and how.
func (p *first) ways(f *face) (texts []string, take []func() error) {
	add := func(text string, do func() error) { texts, take = append(texts, text), append(take, do) }
	if !p.read {
		add(f.x.Behind, func() error { return p.behind(f) })
	}
	deep, all := f.s.Ahead(advisor.Deep), f.s.Ahead(advisor.Whole)
	for _, x := range []struct {
		n    int
		text string
		to   advisor.Depth
	}{{deep, f.x.Deeper, advisor.Deep}, {all, f.x.All, advisor.Whole}} {
		if x.n > 0 && (x.to == advisor.Whole || deep < all) {
			add(fmt.Sprintf(x.text, f.x.Questions(0, x.n)), func() error { f.s.Deeper(x.to); return nil })
		}
	}
	add(f.x.Other, func() error { f.pick = newPicker(f, f.s.Asks()); return nil })
	return texts, take
}

func (p *first) show(f *face) error {
	if !p.shown {
		p.shown = true
		f.print("")
		if err := f.paper.First(f.out, f.report()); err != nil {
			return err
		}
	}
	texts, _ := p.ways(f)
	f.print("", f.x.PageOne)
	for i, t := range texts {
		f.print(fmt.Sprintf("%d. %s", i+1, t))
	}
	enter := f.x.Enough
	if !p.read {
		enter = f.x.ReadOn
	}
	fmt.Fprintf(f.out, f.x.Go, enter)
	return nil
}

func (p *first) behind(f *face) error {
	p.read = true
	return f.paper.Behind(f.out, f.report())
}

func (p *first) take(f *face, line string) (done bool, err error) {
	texts, take := p.ways(f)
	switch line {
	case "":
		if p.read {
			f.print(f.w.Bye)
			return true, nil
		}
		return false, p.behind(f)
	case "b":
		f.first = nil
		return false, f.back()
	case "r":
		f.review()
		return false, nil
	case "v":
		return false, f.advice()
	case "a":
		f.pick = newPicker(f, f.s.Asks())
		return false, nil
	case "q":
		f.print(f.w.Bye)
		return true, nil
	}
	if n, ok := numbers(line); ok && len(n) == 1 && n[0] >= 1 && n[0] <= len(take) {
		return false, take[n[0]-1]()
	}
	if _, number := numbers(line); !number && utf8.RuneCountInString(line) > 1 { // what else they want to know
		f.pick = newPicker(f, f.s.Asks())
		f.pick.find(f, line)
		return false, nil
	}
	f.print(fmt.Sprintf(f.x.NotThere, typeset.Clean(line), len(texts)))
	return false, nil
}

// ended prints what was not read yet: whoever feeds the input gets all of it.
func (p *first) ended(f *face) error {
	f.print("")
	if p.read {
		return nil
	}
	return p.behind(f)
}
