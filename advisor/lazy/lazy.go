// Package lazy puts off what most runs never need. The program starts in a few
// thousandths of a second, and compiling all its patterns at once would take
// longer than the rest of it.
package lazy

import (
	"regexp"
	"sync"
)

// Regexp is a pattern that is compiled when it is first used. It panics then
// if it is not well formed.
func Regexp(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}
