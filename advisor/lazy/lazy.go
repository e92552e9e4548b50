// Package lazy puts off what most runs never need. The program starts in a few
// thousandths of a second, and compiling all its patterns at once would take
// longer than the rest of it.
package lazy

import (
	"regexp"
	"sync"
)

// patterns are all that were announced, before anything runs.
var patterns struct {
	sync.Mutex
	all []func() *regexp.Regexp
}

// Regexp is a pattern that is compiled when it is first used. It panics then
// if it is not well formed.
func Regexp(pattern string) func() *regexp.Regexp {
	get := sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
	patterns.Lock()
	defer patterns.Unlock()
	patterns.all = append(patterns.all, get)
	return get
}

// Now compiles every pattern. A server does it before the first visitor: what
// is made once and kept, and what a visitor typed, must not be made at the same
// time, for Go puts small things side by side and lets go of them together.
func Now() {
	patterns.Lock()
	all := patterns.all
	patterns.Unlock()
	for _, get := range all {
		get()
	}
}
