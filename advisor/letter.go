package advisor

import (
	"strings"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// A Letter is a draft filled from the answers, with blanks 【姓名】 for what the
// program never asks.
type Letter struct {
	ID         string     `json:"id"`
	Title      string     `json:"title"`
	To         string     `json:"to"`
	Paragraphs []string   `json:"paragraphs"`
	Blanks     []string   `json:"blanks"`
	Notes      string     `json:"notes"`
	Law        []Citation `json:"law"`
	Lang       Lang       `json:"lang"`

	// Chinese is the letter to hand over, where this one is in English: an
	// English letter is an explanation, since those it goes to read Chinese.
	Chinese *Letter `json:"chinese,omitempty"`
}

// Draft fills the letter of that id from the answers. It fails when there is
// no such letter, or when the letter is not for this person.
func (s *Session) Draft(id string) (Letter, error) {
	d := s.base.Draft(id)
	if d == nil {
		ids := make([]string, len(s.base.Drafts))
		for i := range s.base.Drafts {
			ids[i] = s.base.Drafts[i].ID
		}
		near := cond.Meant(id, ids, words.Answering.SeeLetters())
		return Letter{}, wrong(id, words.Answering.NoLetter(id, near))
	}
	l, err := s.letter(d)
	if err == nil && s.lang == fact.EN {
		zh := *s
		zh.lang = fact.ZH
		c, err := zh.letter(d)
		if err != nil {
			return Letter{}, err
		}
		l.Chinese = &c
	}
	return l, err
}

func (s *Session) letter(d *Draft) (Letter, error) {
	w := s.writer(s.State())
	if !d.When.Holds(w.st.Values) {
		var need []string
		for _, r := range w.because(w.decided(d.When)) {
			need = append(need, r.Label)
		}
		return Letter{}, wrong(d.ID, words.Answering.LetterUnfit(words.Pair(d.Title), need))
	}
	l := Letter{ID: d.ID, Title: w.text(d.Title, -1), To: w.text(d.To, -1), Notes: w.text(d.Notes, -1), Lang: s.lang,
		Law: []Citation{}}
	open, close := "【", "】"
	if s.lang == fact.EN {
		open, close = "[", "]"
	}
	for _, b := range d.Blanks {
		l.Blanks = append(l.Blanks, b.Text.In(s.lang))
	}
	seen := map[string]bool{}
	for i := range d.Parts {
		p := &d.Parts[i]
		if !p.When.Holds(w.st.Values) {
			continue
		}
		text := w.text(p.Text, -1)
		for k, b := range d.Blanks {
			text = strings.ReplaceAll(text, "["+b.ID+"]", open+l.Blanks[k]+close)
		}
		if s.lang != fact.EN {
			text = tighten(text)
		}
		l.Paragraphs = append(l.Paragraphs, text)
		for name := range placeholders(p.Text.ZH) {
			if pl := s.base.Place(name); pl.Kind == PlaceArticle && !seen[pl.Cite.String()] {
				seen[pl.Cite.String()] = true
				l.Law = append(l.Law, w.citation(pl.Cite, -1))
			}
		}
	}
	return l, nil
}
