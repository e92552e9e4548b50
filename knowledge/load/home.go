package load

import (
	"errors"
	"io/fs"

	"wangdai/advisor"
	"wangdai/advisor/fact"
)

// Home is the first question alone, its title and options, so that a start
// page can be drawn before all of the law is read.
func Home(fsys fs.FS) (title advisor.Text, options []advisor.Text, err error) {
	const name = "questions/start.yaml"
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return title, nil, err
	}
	var s rawSection
	form, later := readOne(name, data, &s)
	if all := append(form, later...); len(all) > 0 {
		return title, nil, errors.New(all[0].In(fact.ZH))
	}
	for i := range s.Questions {
		q := &s.Questions[i]
		if q.Ask.V != "role" {
			continue
		}
		for _, o := range q.Options {
			options = append(options, plainText(o.Text))
		}
		return plainText(q.Title), options, nil
	}
	return title, nil, errors.New(name + ": no question role")
}

func plainText(t bi) advisor.Text { return advisor.Text{ZH: joined(t.ZH.V), EN: joined(t.EN.V)} }
