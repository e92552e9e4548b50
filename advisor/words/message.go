package words

import "strings"

// Message is what is wrong, and where, and what would be right, in both
// languages. It is written without the names of its fields, so that the
// compiler refuses one that lacks a language or its cure; a test looks that
// none of the four stands in the place of another, and that none is empty.
type Message struct{ ZH, ZHFix, EN, ENFix string }

// Pair is a part of a message, or what it suggests, in both languages.
type Pair struct{ ZH, EN string }

// DidYouMean suggests what a misspelt word may have meant.
func DidYouMean(word string) Pair {
	return Pair{"是否想写 " + word + "？", "did you mean " + word + "?"}
}

// What is the first half of the message: what is wrong.
func (m Message) What() Pair { return Pair{m.ZH, m.EN} }

// OptionsAre lists the options there are.
func OptionsAre(all []string) Pair {
	return Pair{"选项有：" + strings.Join(all, "、"), "options: " + strings.Join(all, ", ")}
}

// Alone is a message without a cure: there is nothing that the person can do.
func (p Pair) Alone() (m Message) {
	m.ZH, m.EN = p.ZH, p.EN
	return m
}
