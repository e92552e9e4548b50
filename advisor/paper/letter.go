package paper

import (
	"wangdai/advisor"
	"wangdai/advisor/words"
)

// OfLetter lays out a letter, then what is for the person only. An English
// letter is an explanation: the Chinese one comes first, to be handed over.
func OfLetter(l *advisor.Letter) *Paper {
	p := New(l.Lang)
	p.Title = OneLine(l.Title)
	if zh := l.Chinese; zh != nil {
		p.Title = OneLine(zh.Title)
		p.letterText(zh)
		p.add(Block{Kind: Page})
		p.Remark(p.Words.CutHere)
		p.heading(1, l.Title)
		p.para(p.Words.To, l.To)
		for _, s := range l.Paragraphs {
			p.para("", s)
		}
	} else {
		p.letterText(l)
		if l.Notes == "" && len(l.Blanks)+len(l.Law) == 0 {
			return p
		}
		p.add(Block{Kind: Page})
		p.Remark(p.Words.CutHere)
	}
	if l.Notes != "" {
		p.heading(2, p.Words.Before)
		p.para("", l.Notes)
	}
	p.bullets(2, p.Words.Fill, l.Blanks)
	var law []Item
	for _, c := range l.Law {
		law = append(law, p.citation(c))
	}
	p.titledList(p.Words.LetterLaw, 0, law)
	return p
}

// letterText is the letter itself, in its own language.
func (p *Paper) letterText(l *advisor.Letter) {
	p.Letter = l.Lang
	p.add(Block{Kind: Title, Text: OneLine(l.Title)})
	p.para(words.ReportIn(string(l.Lang)).To, l.To)
	for _, s := range l.Paragraphs {
		p.para("", s)
	}
}
