package advisor

import (
	"fmt"
	"slices"
)

// Urgencies, certainties and grades are numbers as long as the program works
// with them, and the words of the knowledge files wherever they leave it.

var urgencies = []string{"normal", "important", "deadline", "danger"}

// Urgencies are the words of the knowledge files, least first.
func Urgencies() []string { return slices.Clone(urgencies) }

// String is the word of the knowledge files.
func (u Urgency) String() string { return urgencies[u] }

// MarshalText is the word of the knowledge files.
func (u Urgency) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// UnmarshalText reads that word.
func (u *Urgency) UnmarshalText(text []byte) error { return read(u, text, urgencies, "an urgency") }

var certainties = []string{"settled", "usual", "disputed", "proof"}

// Certainties are the words of the knowledge files, surest first.
func Certainties() []string { return slices.Clone(certainties) }

// String is the word of the knowledge files.
func (c Certainty) String() string { return certainties[c] }

// MarshalText is the word of the knowledge files.
func (c Certainty) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads that word.
func (c *Certainty) UnmarshalText(text []byte) error {
	return read(c, text, certainties, "a certainty")
}

var grades = []string{"advisable", "strongly", "at_once"}

// Grades are the words of the knowledge files, least first.
func Grades() []string { return slices.Clone(grades) }

// String is the word of the knowledge files.
func (g Grade) String() string { return grades[g] }

// MarshalText is the word of the knowledge files.
func (g Grade) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads that word.
func (g *Grade) UnmarshalText(text []byte) error { return read(g, text, grades, "a grade") }

func read[T ~uint8](x *T, text []byte, words []string, what string) error {
	for i, w := range words {
		if w == string(text) {
			*x = T(i)
			return nil
		}
	}
	return fmt.Errorf("%.40q is not %s; write one of %v", text, what, words)
}
