package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"wangdai/advisor/export"
	"wangdai/advisor/fact"
)

func (a *app) verifyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "verify FILE",
		Short: a.say("核对一份导出的意见书：相同，或哪里不同、为什么", "check an exported report: the same, or what differs and why"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			data, err := a.readInput(args[0], mostPaper, a.say("超过 1 MiB，不像是本程序导出的文件", "larger than 1 MiB; this is no file that this program wrote"))
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
