package hall

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// A Wish is what is asked of a report, in flags that both doors take.
type Wish struct {
	Format  string
	Lang    string   // "" where nothing was said
	Partial bool     // what is missing stays open
	Asks    []string // worries that it goes towards, by id
	Full    bool     // everything that holds is said in full
}

// FormatFlag adds --format.
func (w *Wish) FormatFlag(fs *pflag.FlagSet) { fs.StringVar(&w.Format, "format", "md", "") }

// LangFlag adds --lang.
func (w *Wish) LangFlag(fs *pflag.FlagSet) { fs.StringVar(&w.Lang, "lang", "", "") }

// PartialFlag adds --partial.
func (w *Wish) PartialFlag(fs *pflag.FlagSet) { fs.BoolVar(&w.Partial, "partial", false, "") }

// AskFlag adds --ask, which may stand several times.
func (w *Wish) AskFlag(fs *pflag.FlagSet) { fs.StringSliceVar(&w.Asks, "ask", nil, "") }

// FullFlag adds --full.
func (w *Wish) FullFlag(fs *pflag.FlagSet) { fs.BoolVar(&w.Full, "full", false, "") }

// Report is the report of an interview, to the extent that is wished.
func (w *Wish) Report(s *advisor.Session) *advisor.Report {
	if w.Full {
		return s.Report(advisor.Full)
	}
	return s.Report()
}

// Check refuses a format and a language that there is not.
func (w *Wish) Check(l fact.Lang) error {
	if w.Lang != "" && w.Lang != string(fact.ZH) && w.Lang != string(fact.EN) {
		return Wrong(words.HallIn(string(l)).NoLang, fact.Shown(w.Lang))
	}
	if w.Format != "" {
		return OneOf("format", w.Format, Formats(), l)
	}
	return nil
}

// OneOf refuses a value of a flag that is none of those there are.
func OneOf(flag, value string, of []string, l fact.Lang) error {
	if slices.Contains(of, value) {
		return nil
	}
	w := words.HallIn(string(l))
	return Wrong(w.NoChoice, flag, fact.Shown(value), strings.Join(of, w.List))
}

// FlagError says in words what is wrong with the flags of a command; fs has
// those that there are.
func FlagError(fs *pflag.FlagSet, err error, l fact.Lang) error {
	h := words.HallIn(string(l))
	var (
		none    *pflag.NotExistError
		needs   *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
		form    *pflag.InvalidSyntaxError
	)
	switch {
	case errors.As(err, &none):
		name := none.GetSpecifiedName()
		if s := none.GetSpecifiedShortnames(); s != "" {
			return Wrong(h.NoFlag, "-"+fact.Shown(s))
		}
		text := fmt.Sprintf(h.NoFlag, "--"+fact.Shown(name))
		var names []string
		fs.VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		if near := cond.Nearest(name, names); near != "" {
			text += fmt.Sprintf(h.NearFlag, "--"+near)
		}
		return Wrong("%s", text)
	case errors.As(err, &needs):
		return Wrong(h.FlagValue, "--"+fact.Shown(needs.GetSpecifiedName()))
	case errors.As(err, &invalid):
		return Wrong(h.BadFlag, "--"+invalid.GetFlag().Name, fact.Shown(invalid.GetValue()))
	case errors.As(err, &form):
		return Wrong(h.FlagSyntax, fact.Shown(form.GetSpecifiedFlag()))
	}
	return Wrong("%s", Words(err, l))
}
