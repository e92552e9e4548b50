package main

import (
	"errors"
	"io"
	"os"

	"github.com/spf13/cobra"

	"wangdai/advisor"
	"wangdai/advisor/export"
	"wangdai/cmd/internal/hall"
)

func (a *app) adviseCommand() *cobra.Command {
	var answers string
	var wish hall.Wish
	var to paper
	c := &cobra.Command{Use: "advise", Args: a.takes(0, 0), RunE: func(c *cobra.Command, _ []string) error {
		if answers == "" {
			return hall.Wrong("%s", a.words().Common.NoAnswers)
		}
		if err := a.chosen(c, "format"); err != nil {
			return err
		}
		b, err := a.base()
		if err != nil {
			return err
		}
		data, err := a.read(answers, mostAnswers)
		if err != nil {
			return err
		}
		wish.Format = to.format
		r, err := a.guest(b).Advise(a.out, answers, data, wish)
		if err != nil {
			return err
		}
		return a.write(r, to)
	}}
	c.Flags().StringVar(&answers, "answers", "", "")
	wish.PartialFlag(c.Flags())
	wish.AskFlag(c.Flags())
	wish.FullFlag(c.Flags())
	to.flags(c)
	return c
}

// A paper is how and where a report is written.
type paper struct{ format, out, font string }

func (p *paper) flags(c *cobra.Command) {
	chooses(c, &p.format, "format", "md", hall.Formats()...)
	c.Flags().StringVar(&p.out, "out", "", "")
	c.Flags().StringVar(&p.font, "font", "", "")
}

// write renders the report to a file or to standard output.
func (a *app) write(r *advisor.Report, to paper) error {
	o := export.Options{}
	if to.font != "" {
		data, err := os.ReadFile(to.font)
		if err != nil {
			return hall.Wrong("--font %s: %s", hall.Clean(to.font), hall.Words(err, a.speech))
		}
		o.Font = data
	}
	err := a.output(to.out, func(w io.Writer) error { return export.Write(w, to.format, r, o) })
	var fe *export.FontError
	if errors.As(err, &fe) {
		return hall.Wrong("--font %s: %s", hall.Clean(to.font), hall.Words(fe, a.speech))
	}
	return err
}
