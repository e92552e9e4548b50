package calc

import (
	"fmt"
	"strings"

	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// A Refusal says why a calculation has no result, and what would give one.
type Refusal struct {
	fact.Notice
}

func refuse(m words.Message) error { return &Refusal{fact.NoticeOf(m)} }

// refusal is a Refusal of two texts.
func refusal(what, fix fact.Text) *Refusal { return &Refusal{fact.Notice{What: what, Fix: fix}} }

// say is the working in both languages. Amounts, days and texts among the
// arguments are written in each language's way.
func say(format words.Pair, args ...any) fact.Text {
	return fact.Text{ZH: fill(fact.ZH, format.ZH, args), EN: fill(fact.EN, format.EN, args)}
}

func fill(l fact.Lang, format string, args []any) string {
	local := make([]any, len(args))
	for i, a := range args {
		if x, ok := a.(interface{ In(fact.Lang) string }); ok {
			local[i] = x.In(l)
		} else {
			local[i] = a
		}
	}
	return fmt.Sprintf(format, local...)
}

// joined puts parts of a working one after another: 一；二。/ one; two.
func joined(parts ...fact.Text) fact.Text {
	var zh, en []string
	for _, p := range parts {
		if !p.IsZero() {
			zh, en = append(zh, p.ZH), append(en, p.EN)
		}
	}
	return fact.Text{ZH: strings.Join(zh, "；"), EN: strings.Join(en, "; ")}
}

// when is the text where the condition holds, and no text elsewhere.
func when(cond bool, t fact.Text) fact.Text {
	if cond {
		return t
	}
	return fact.Text{}
}

// unverified is added where a rate was read beyond the day up to which its
// table was checked.
func unverified() fact.Text {
	return fact.Text(words.Working.Unverified())
}

// uncovered is added where a last day was rolled in a year without a notice of
// public holidays.
func uncovered() fact.Text {
	return fact.Text(words.Working.Uncovered())
}

// plus appends a note to a text.
func plus(t fact.Text, note fact.Text) fact.Text {
	return fact.Text{ZH: t.ZH + note.ZH, EN: t.EN + note.EN}
}
