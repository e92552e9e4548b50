package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"wangdai/advisor"
	"wangdai/advisor/export"
	"wangdai/advisor/fact"
	"wangdai/cmd/internal/hall"
)

// mostPaper bounds what is read of a paper: none that this program wrote is
// longer, and a mistyped path may be a disk.
const mostPaper = 1 << 20

// mostDifferences is how many lines that differ are shown.
const mostDifferences = 20

func (a *app) verifyCommand() *cobra.Command {
	return &cobra.Command{Use: "verify", Args: a.takes(1, 1), RunE: func(_ *cobra.Command, args []string) error {
		return a.verify(args[0])
	}}
}

// verify recomputes an exported report and compares.
func (a *app) verify(name string) error {
	data, err := a.readFile(name, mostPaper, a.words().Save.TooLong)
	if err != nil {
		return err
	}
	stamp, err := export.Verify(data, name)
	if err != nil {
		return hall.Wrong("%s: %s", hall.Clean(name), hall.Words(err, a.speech))
	}
	// The paper says its own day and language; it is recomputed as of them.
	if d, err := fact.ISODate(stamp.AsOf); err == nil {
		a.today = d
	}
	if stamp.Lang != "" {
		a.speech = stamp.Lang
	}
	s, err := a.session(source{code: stamp.Code})
	if err != nil {
		return err
	}
	res, err := compared(data, name, s)
	if err != nil {
		return a.failed(name, err)
	}
	fmt.Fprintln(a.out, res.Verdict.Text().In(a.speech))
	for i, d := range res.Differences {
		if i == mostDifferences {
			fmt.Fprintln(a.out, "…")
			break
		}
		fmt.Fprintf(a.out, "%d:\n  - %s\n  + %s\n", d.Line, hall.Clean(d.Was), hall.Clean(d.Is))
	}
	if res.Verdict != export.Same {
		return quietly(hall.Failed, "it differs")
	}
	return nil
}

// compared holds a paper against the report of its code, and against the same
// said in full: a paper does not say which of the two it is. What differs is
// told of the one that comes closer.
func compared(data []byte, name string, s *advisor.Session) (export.Comparison, error) {
	res, err := export.Compare(data, name, s.Report())
	if err != nil || res.Verdict == export.Same {
		return res, err
	}
	full, err := export.Compare(data, name, s.Report(advisor.Full))
	if err == nil && (full.Verdict == export.Same || len(full.Differences) < len(res.Differences)) {
		return full, nil
	}
	return res, err
}
