// Package part is what pages are made of: a field to type into, a text to read,
// a list to choose from, pictures of figures, a table. The library edits,
// scrolls and counts pages; breaking, drawing, the cursor and finding are done
// here, because the library counts characters where a terminal counts cells.
//
// No part is a model and none hands a command to the program: the library's
// field answers ctrl+v with one that runs a clipboard program in the process it
// lives in, which over SSH is the server's.
package part

import (
	"wangdai/advisor/words"
	"wangdai/tui/look"
)

// A Look is what parts are drawn with. Pages keep one for all parts and change
// it with language and palette.
type Look struct {
	look.Theme
	Words *words.Parts
}

// LookIn is the look of a theme in a language: zh or en.
func LookIn(lang string, t look.Theme) *Look { return &Look{t, words.PartsIn(lang)} }
