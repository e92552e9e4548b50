package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"wangdai/advisor"
	"wangdai/advisor/calc"
	"wangdai/advisor/fact"
	"wangdai/cmd/internal/hall"
)

// calcCommand is the calculators alone. Each subcommand reads its own flags,
// calls the pure function and prints the working.
func (a *app) calcCommand() *cobra.Command {
	c := &cobra.Command{Use: "calc", Args: a.takesVerb, RunE: func(c *cobra.Command, _ []string) error {
		return a.see(c, hall.Wrong("%s", a.words().Calc.Verbs))
	}}
	c.AddCommand(a.calcRate(), a.calcCap(), a.calcRepaid(), a.calcInterest(), a.calcPrincipal(),
		a.calcLimitation(), a.calcFee())
	for _, s := range c.Commands() {
		s.Args = a.takes(0, 0)
		s.Flags().Bool("json", false, "")
	}
	return c
}

// texts adds flags that hold a text.
func texts(c *cobra.Command, names ...string) {
	for _, n := range names {
		c.Flags().String(n, "", "")
	}
}

// shown prints a calculator's result: JSON as given, or the lines and the
// working in words.
func (a *app) shown(c *cobra.Command, j map[string]any, formula fact.Text, lines ...string) error {
	if asJSON, _ := c.Flags().GetBool("json"); asJSON {
		if !formula.IsZero() {
			j["formula"] = formula.In(a.speech)
		}
		return a.printJSON(j)
	}
	for _, l := range lines {
		fmt.Fprintln(a.out, l)
	}
	if f := formula.In(a.speech); f != "" {
		fmt.Fprintf(a.out, a.words().Calc.Working+"\n", f)
	}
	return nil
}

// flagError names the flag whose value cannot be taken.
func (a *app) flagError(flag string, err error) error {
	return hall.Wrong("--%s: %s", flag, hall.Words(err, a.speech))
}

func (a *app) money(c *cobra.Command, flag string) (fact.Fen, error) {
	s, _ := c.Flags().GetString(flag)
	if s == "" {
		return 0, hall.Wrong(a.words().Calc.NoAmount, flag)
	}
	m, err := fact.ReadMoney(s)
	if err != nil {
		return 0, a.flagError(flag, err)
	}
	return m, nil
}

func (a *app) day(c *cobra.Command, flag string) (fact.Date, error) {
	s, _ := c.Flags().GetString(flag)
	if s == "" {
		return 0, hall.Wrong(a.words().Calc.NoDay, flag)
	}
	d, err := fact.ReadDate(s)
	if err != nil {
		return 0, a.flagError(flag, err)
	}
	return d, nil
}

// runCalc runs a calculator of the knowledge with named inputs.
func (a *app) runCalc(b *advisor.Base, name string, values map[string]fact.Value,
	options map[string][]string) (calc.Out, error) {
	spec, ok := calc.Lookup(name)
	if !ok {
		return calc.Out{}, a.failed(name, errors.New("no such calculator"))
	}
	in := calc.In{Today: a.today, Calendar: &b.Calendar, Tables: b.Tables()}
	for _, p := range spec.Takes {
		in.Values, in.Options = append(in.Values, values[p.Name]), append(in.Options, options[p.Name])
	}
	var out calc.Out
	spec.Run(&in, &out)
	return out, nil
}

// shownOut prints what a registered calculator gave, result by result.
func (a *app) shownOut(c *cobra.Command, name string, out calc.Out) error {
	spec, _ := calc.Lookup(name)
	j := map[string]any{}
	var lines []string
	named := a.resultWords(name)
	for i, g := range spec.Gives {
		v := out.Values[i]
		if v.State != fact.Known {
			continue
		}
		label := g.Name
		if f := named[g.Name]; f != nil {
			label = f.Label.In(a.speech)
		}
		label += a.words().Calc.Colon
		switch g.Kind {
		case fact.Choice:
			id := g.Options[v.N]
			j[g.Name] = id
			lines = append(lines, label+optionWords(named[g.Name], id, a.speech))
		case fact.Money:
			j[g.Name] = fact.Fen(v.N).Plain()
			lines = append(lines, label+fact.Fen(v.N).In(a.speech))
		case fact.Percent:
			j[g.Name] = fact.Rate(v.N).String()
			lines = append(lines, label+fact.Rate(v.N).String())
		case fact.Day:
			j[g.Name] = v.Date().String()
			lines = append(lines, label+v.Date().In(a.speech))
		default:
			j[g.Name] = v.N
			lines = append(lines, fmt.Sprintf("%s%d", label, v.N))
		}
	}
	return a.shown(c, j, out.Working.Text(), lines...)
}

// resultWords are the facts that the knowledge names a calculator's results by,
// so that people read words and programs the names.
func (a *app) resultWords(calculator string) map[string]*advisor.Fact {
	named := map[string]*advisor.Fact{}
	b, err := a.base()
	if err != nil {
		return named // the sum does not hang on the words
	}
	for i := range b.Calculations {
		if b.Calculations[i].Name != calculator {
			continue
		}
		for _, g := range b.Calculations[i].Gives {
			named[g.Name] = &b.Facts[g.Fact]
		}
	}
	return named
}

func optionWords(f *advisor.Fact, option string, l advisor.Lang) string {
	if f != nil {
		for i := range f.Options {
			if f.Options[i].ID == option {
				return f.Options[i].Text.In(l)
			}
		}
	}
	return option
}
