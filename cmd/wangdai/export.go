package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"wangdai/advisor"
	"wangdai/advisor/export"
	"wangdai/advisor/fact"
)

// fromCode is a session with the answers of a code.
func (a *app) fromCode(code string) (*advisor.Session, error) {
	b, err := a.base()
	if err != nil {
		return nil, err
	}
	r, err := b.ReadCode(code)
	if err != nil {
		var ce *advisor.CodeError
		if errors.As(err, &ce) {
			return nil, badInput("%s", ce.In(a.language()))
		}
		return nil, badInput("%v", err)
	}
	a.tellLost(r)
	s := a.session(b)
	s.Load(r.Answers)
	return s, nil
}

// tellLost says which answers of an earlier edition's code no longer apply.
func (a *app) tellLost(r advisor.Reading) {
	if !r.Old {
		return
	}
	l := a.language()
	fmt.Fprintln(a.err, a.say("这个续答码是问题改动以前的，还适用的回答都读入了。", "this code is from before the questions changed; every answer that still applies was read."))
	for _, x := range r.Lost {
		fmt.Fprintf(a.err, a.say("  没有读入：%s：%s（%s）\n", "  not read: %s: %s (%s)\n"), clean(x.Label.In(l)), clean(x.Value.In(l)), x.Why.In(l))
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

func (a *app) resumeCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "resume CODE",
		Short: a.say("用续答码接着回答", "go on with the interview from a code"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := a.fromCode(args[0])
			if err != nil {
				return err
			}
			return a.interview(s.Answers())
		},
	}
}

func (a *app) verifyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "verify FILE",
		Short: a.say("核对一份导出的意见书：相同，或哪里不同、为什么", "check an exported report: the same, or what differs and why"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			data, err := a.readInput(args[0])
			if err != nil {
				return err
			}
			stamp, err := export.Verify(data, args[0])
			if err != nil {
				var fe *export.FileError
				if errors.As(err, &fe) {
					return badInput("%s: %s; %s", clean(args[0]), clean(fe.What.In(a.language())), clean(fe.Fix.In(a.language())))
				}
				return badInput("%s: %v", clean(args[0]), err)
			}
			// The paper says its own day and language; it is recomputed as of them.
			if d, err := fact.ISODate(stamp.AsOf); err == nil {
				a.today = d
			}
			if stamp.Lang != "" {
				a.lang = string(stamp.Lang)
			}
			s, err := a.fromCode(stamp.Code)
			if err != nil {
				return err
			}
			res, err := export.Compare(data, args[0], s.Report())
			if err != nil {
				return &failure{status: statusFailed, err: err}
			}
			fmt.Fprintln(a.out, res.Verdict.Text().In(a.language()))
			for i, d := range res.Differences {
				if i == 20 {
					fmt.Fprintln(a.out, "…")
					break
				}
				fmt.Fprintf(a.out, "%d:\n  - %s\n  + %s\n", d.Line, clean(d.Was), clean(d.Is))
			}
			if res.Verdict != export.Same {
				return &failure{status: statusFailed, err: errors.New("differs"), quiet: true}
			}
			return nil
		},
	}
}
