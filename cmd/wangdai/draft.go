package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"wangdai/advisor"
	"wangdai/advisor/export"
)

func (a *app) draftCommand() *cobra.Command {
	var code, answers, format, out string
	c := &cobra.Command{
		Use:   "draft list | draft NAME (--code CODE | --answers FILE)",
		Short: a.say("文书：按回答填好的信和表", "letters and forms, filled from the answers"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			b, err := a.base()
			if err != nil {
				return err
			}
			var s *advisor.Session
			switch {
			case code != "" && answers != "":
				return badInput("%s", a.say("--code 和 --answers 只用一个", "use either --code or --answers"))
			case code != "":
				if s, err = a.fromCode(code); err != nil {
					return err
				}
			case answers != "":
				if s, _, err = a.readAnswers(b, answers); err != nil {
					return err
				}
			}
			if args[0] == "list" {
				return a.listDrafts(b, s)
			}
			if b.Draft(args[0]) != nil && s == nil {
				return badInput("%s", a.say("要用 --code 或 --answers 给出回答", "--code or --answers gives the answers"))
			}
			if s == nil {
				s = a.session(b)
			}
			l, err := s.Draft(args[0])
			if err != nil {
				var in *advisor.InputError
				if errors.As(err, &in) {
					return badInput("%s", clean(in.In(a.language())))
				}
				return err
			}
			if out == "" || out == "-" {
				return export.WriteLetter(a.out, format, &l, export.Options{})
			}
			if err := writeNew(out, func(w io.Writer) error { return export.WriteLetter(w, format, &l, export.Options{}) }); err != nil {
				return err
			}
			fmt.Fprintln(a.err, a.say("已保存：", "saved: ")+clean(out))
			return nil
		},
	}
	c.Flags().StringVar(&code, "code", "", a.say("续答码", "a code"))
	c.Flags().StringVar(&answers, "answers", "", a.say("回答文件；- 是标准输入", "file of answers; - for standard input"))
	c.Flags().StringVar(&format, "format", "txt", "txt, md, docx, pdf")
	c.Flags().StringVar(&out, "out", "", a.say("写到这个文件（不覆盖已有的）", "write to this file (never overwriting)"))
	return c
}

// listDrafts lists the letters; with answers, only those that fit them.
func (a *app) listDrafts(b *advisor.Base, s *advisor.Session) error {
	for i := range b.Drafts {
		d := &b.Drafts[i]
		if s != nil {
			if _, err := s.Draft(d.ID); err != nil {
				continue
			}
		}
		fmt.Fprintf(a.out, "%-28s %s\n", d.ID, b.Fill(d.Title, a.language()))
	}
	return nil
}
