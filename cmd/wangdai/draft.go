package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"wangdai/advisor"
	"wangdai/advisor/export"
	"wangdai/cmd/internal/hall"
)

func (a *app) draftCommand() *cobra.Command {
	var from source
	var format, out string
	c := &cobra.Command{Use: "draft", Args: a.takes(1, 1), RunE: func(c *cobra.Command, args []string) error {
		if err := a.chosen(c, "format"); err != nil {
			return err
		}
		s, err := a.session(from)
		if err != nil {
			return err
		}
		if args[0] == "list" {
			return a.listDrafts(s, from != source{})
		}
		if s.Base().Draft(args[0]) != nil && from == (source{}) {
			return hall.Wrong("%s", a.words().Common.NoDraft)
		}
		l, err := s.Draft(args[0])
		if err != nil {
			return hall.Wrong("%s", hall.Words(err, a.speech))
		}
		return a.output(out, func(w io.Writer) error { return export.WriteLetter(w, format, &l, export.Options{}) })
	}}
	c.Flags().StringVar(&from.code, "code", "", "")
	c.Flags().StringVar(&from.answers, "answers", "", "")
	c.Flags().StringVar(&out, "out", "", "")
	chooses(c, &format, "format", "txt", letterFormats()...)
	return c
}

// letterFormats are what letters can be written as.
func letterFormats() []string {
	var out []string
	for _, f := range export.Formats() {
		if f.Letters() {
			out = append(out, f.Name)
		}
	}
	return out
}

// listDrafts lists the letters; of an interview, only those that fit it.
func (a *app) listDrafts(s *advisor.Session, fitting bool) error {
	b := s.Base()
	for i := range b.Drafts {
		d := &b.Drafts[i]
		if fitting {
			if _, err := s.Draft(d.ID); err != nil {
				continue
			}
		}
		fmt.Fprintf(a.out, "%-28s %s\n", d.ID, b.Fill(d.Title, a.speech))
	}
	return nil
}
