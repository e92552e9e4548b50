package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"wangdai/advisor"
	"wangdai/advisor/fact"
)

// fromCode is a session with the answers of a code.
func (a *app) fromCode(code string) (*advisor.Session, error) {
	b, err := a.base()
	if err != nil {
		return nil, err
	}
	r, err := b.ReadCode(code, a.today)
	if err != nil {
		if n, ok := fact.NoticeIn(err); ok {
			return nil, badInput("%s", n.In(a.language()))
		}
		return nil, badInput("%v", err)
	}
	a.tellLost(r)
	s := a.session(b)
	s.Load(r.Answers)
	return s, nil
}

// tellLost says which answers of a code were not taken, and why.
func (a *app) tellLost(r advisor.Reading) {
	l := a.language()
	switch {
	case r.Old:
		fmt.Fprintln(a.err, a.say("这个续答码是问题改动以前的，还适用的回答都读入了。", "this code is from before the questions changed; every answer that still applies was read."))
	case len(r.Lost) > 0:
		fmt.Fprintln(a.err, a.say("续答码里有的回答不能用，别的都读入了。", "some answers in this code cannot be taken; all others were read."))
	}
	for _, x := range r.Lost {
		fmt.Fprintf(a.err, a.say("  没有读入：%s：%s（%s）\n", "  not read: %s: %s (%s)\n"), clean(x.Label.In(l)), clean(x.Value.In(l)), clean(x.Why.In(l)))
	}
}

func (a *app) exportCommand() *cobra.Command {
	var format, out, font string
	c := &cobra.Command{
		Use:   "export CODE",
		Short: a.say("用续答码再出一份意见书", "the report again, from a code"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := checkFormat(format); err != nil {
				return err
			}
			s, err := a.fromCode(args[0])
			if err != nil {
				return err
			}
			return a.write(s.Report(), format, out, font)
		},
	}
	a.formatFlags(c, &format, &out, &font)
	return c
}
