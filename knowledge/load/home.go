package load

import (
	"errors"
	"io/fs"

	"go.yaml.in/yaml/v4"

	"wangdai/advisor"
	"wangdai/advisor/fact"
)

// A Start is what a start page shows: the question of the role, and what
// people in danger are told.
type Start struct {
	Title   advisor.Text
	Options []advisor.Text
	Help    advisor.Text
}

// Home reads the start page alone, so that it can be drawn before all of the
// law is read.
func Home(fsys fs.FS) (*Start, error) {
	var interview rawInterview
	if err := alone(fsys, "interview.yaml", &interview); err != nil {
		return nil, err
	}
	for _, section := range interview.Sections {
		var s rawSection
		name := "questions/" + section.V + ".yaml"
		if err := alone(fsys, name, &s); err != nil {
			return nil, err
		}
		for i := range s.Questions {
			q := &s.Questions[i]
			if q.Ask.V != interview.Role.V {
				continue
			}
			out := &Start{Title: plainText(q.Title)}
			for _, o := range q.Options {
				out.Options = append(out.Options, plainText(o.Text))
			}
			var err error
			out.Help, err = help(fsys)
			return out, err
		}
	}
	return nil, errors.New("interview.yaml: role: names no question")
}

// AsOf is the day on which the law was last checked, read alone.
func AsOf(fsys fs.FS) (fact.Date, error) {
	const name = "scope/general.yaml"
	// One line of a file that is read whole and checked elsewhere.
	var day struct {
		AsOf string `yaml:"law_as_of"`
	}
	if data, err := fs.ReadFile(fsys, name); err == nil && yaml.Load(data, &day) == nil {
		if d, err := fact.ISODate(day.AsOf); err == nil {
			return d, nil
		}
	}
	var s rawScope
	if err := alone(fsys, name, &s); err != nil {
		return 0, err
	}
	d, err := fact.ISODate(s.LawAsOf.V)
	if err != nil {
		return 0, errors.New(name + ": law_as_of: " + s.LawAsOf.V)
	}
	return d, nil
}

// help is what people in danger are told, with the numbers in it.
func help(fsys fs.FS) (advisor.Text, error) {
	var a rawAuthorities
	if err := alone(fsys, "authorities.yaml", &a); err != nil {
		return advisor.Text{}, err
	}
	number := func(place string) string {
		for i := range a.Authorities {
			if x := &a.Authorities[i]; place == "{@"+x.ID.V+"}" {
				return x.Number.V
			}
		}
		return place
	}
	in := func(w word) string { return placeholder().ReplaceAllStringFunc(kept(w.V), number) }
	return advisor.Text{ZH: in(a.Help.ZH), EN: in(a.Help.EN)}, nil
}

// alone reads one file.
func alone(fsys fs.FS, name string, v any) error {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return err
	}
	form, later := readOne(name, data, v)
	if all := append(form, later...); len(all) > 0 {
		return homeError{all[0]}
	}
	return nil
}

// homeError is a problem of the file, as an error.
type homeError struct{ Problem }

func (e homeError) Error() string { return e.In(fact.EN) }

func plainText(t bi) advisor.Text { return advisor.Text{ZH: joined(t.ZH.V), EN: joined(t.EN.V)} }
