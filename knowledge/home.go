package knowledge

import (
	"fmt"
	"io/fs"

	"wangdai/advisor"
)

// Files are the files built into the program.
func Files() fs.FS { return files }

// Home is the first question alone, its title and options, so that a start
// page can be drawn before all of the law is read.
func Home(fsys fs.FS) (title advisor.Text, options []advisor.Text, err error) {
	l := &loader{fsys: fsys, b: &advisor.Base{Longest: map[string]int{}}, seen: map[string]advisor.Pos{}}
	d, ok := l.read("questions/start.yaml")
	if ok {
		l.section(d, "start")
	}
	for i := range l.b.Questions {
		q := &l.b.Questions[i]
		if f := &l.b.Facts[q.Fact]; f.ID == "role" && !l.faulty() {
			for _, o := range f.Options {
				options = append(options, o.Text)
			}
			return q.Title, options, nil
		}
	}
	if ps := l.sorted(); len(ps) > 0 {
		return title, nil, fmt.Errorf("%s", ps[0].In("zh"))
	}
	return title, nil, fmt.Errorf("questions/start.yaml: no question role")
}
