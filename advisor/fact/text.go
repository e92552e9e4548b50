package fact

// A Lang is a language the program speaks.
type Lang string

// Chinese comes first; English follows it everywhere.
const (
	ZH Lang = "zh"
	EN Lang = "en"
)

// A Text is the same words in both languages.
type Text struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

// In is the text in that language; Chinese for any language but English.
func (t Text) In(l Lang) string {
	if l == EN {
		return t.EN
	}
	return t.ZH
}

// IsZero reports whether there is no text at all.
func (t Text) IsZero() bool { return t.ZH == "" && t.EN == "" }
