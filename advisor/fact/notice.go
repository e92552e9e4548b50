package fact

import (
	"errors"

	"wangdai/advisor/words"
)

// A Notice tells a person what is wrong and what would be right, in both
// languages. It is an error by itself; an error that knows more (which
// question, which file) embeds it and adds its own Error where it must:
//
//	type InputError struct {
//		Question string
//		fact.Notice
//	}
//
// Whoever shows errors need not know their types: [NoticeIn] finds the notice
// in any of them. Either half may be empty, but not both.
type Notice struct {
	What Text // what is wrong, and where
	Fix  Text // what would be right
}

// NoticeOf is a message of the program's words as an error.
func NoticeOf(m words.Message) Notice {
	return Notice{What: Text{ZH: m.ZH, EN: m.EN}, Fix: Text{ZH: m.ZHFix, EN: m.ENFix}}
}

// In is both halves in one language: 没有 13 月；请写年月日.
func (n Notice) In(l Lang) string {
	what, fix := n.What.In(l), n.Fix.In(l)
	if what == "" || fix == "" {
		return what + fix
	}
	return what + Text{"；", "; "}.In(l) + fix
}

// Parts are the two halves. What embeds a Notice has them too, so the method
// tells that an error has something to say to a person.
func (n Notice) Parts() (what, fix Text) { return n.What, n.Fix }

// Error is the English of both halves, for logs and tests; people are shown
// [Notice.In].
func (n Notice) Error() string { return n.In(EN) }

// NoticeIn finds the notice in an error or in what it wraps. ok is false where
// there is none, and then the error's own text is all there is to show.
func NoticeIn(err error) (n Notice, ok bool) {
	var has interface {
		error
		Parts() (what, fix Text)
	}
	if !errors.As(err, &has) {
		return Notice{}, false
	}
	what, fix := has.Parts()
	return Notice{What: what, Fix: fix}, true
}

// Message is the notice as the message it was made of.
func (n Notice) Message() words.Message {
	return words.Message{ZH: n.What.ZH, ZHFix: n.Fix.ZH, EN: n.What.EN, ENFix: n.Fix.EN}
}
