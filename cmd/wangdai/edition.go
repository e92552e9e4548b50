package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"wangdai/advisor"
	"wangdai/knowledge/load"
)

// editionCommand writes down the questions as they are now, so that codes
// handed out today can be read after they have changed.
func (a *app) editionCommand() *cobra.Command {
	var record string
	c := &cobra.Command{
		Use:   "edition",
		Short: a.say("问题的版本：续答码靠它读懂；发布前存档", "the edition of the questions, by which codes are read; record it before a release"),
		Long: a.say(`续答码只认问题、选项和何时问。改了它们，就是新的一版；旧版存了档，发出去的意见书上的续答码就还能用。
--record 把现在这一版写进知识文件夹的 editions/（已经有了就不写）。发布前做一次，和改动一起提交。`,
			`A code depends on the questions, their options and when they are asked. Changing them makes a new edition; codes of
an edition that is recorded can still be read. --record writes the present one into editions/ of a knowledge folder,
unless it is there. Do it before a release, and commit it with the change.`),
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			b, err := a.base()
			if err != nil {
				return err
			}
			e := b.CurrentEdition()
			if record == "" {
				_, err := io.WriteString(a.out, e.String())
				return err
			}
			return a.recordEdition(b, record)
		},
	}
	c.Flags().StringVar(&record, "record", "", a.say("知识文件夹，如 knowledge", "the knowledge folder, such as knowledge"))
	return c
}

// recordEdition writes the present edition into a knowledge folder, unless it
// is there.
func (a *app) recordEdition(b *advisor.Base, folder string) error {
	e := b.CurrentEdition()
	if b.Recorded() {
		fmt.Fprintln(a.err, a.say("这一版已经存档：", "this edition is recorded already: ")+e.Number())
		return nil
	}
	name := filepath.Join(folder, load.EditionFile(e, a.today))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return &failure{status: statusFailed, err: err}
	}
	if err := writeNew(name, func(w io.Writer) error {
		_, err := io.WriteString(w, e.String())
		return err
	}); err != nil {
		return err
	}
	if err := os.Chmod(name, 0o644); err != nil {
		return &failure{status: statusFailed, err: err}
	}
	fmt.Fprintln(a.err, a.say("已存档：", "recorded: ")+clean(name))
	return nil
}

func (a *app) printEdition(r *checked) {
	state := a.say("已存档", "recorded")
	if !r.Recorded {
		state = a.say("没有存档：发布前请运行 wangdai edition --record knowledge，否则以后改了问题，现在发出的续答码就读不懂了",
			"not recorded: before a release run wangdai edition --record knowledge, or codes handed out now cannot be read once the questions change")
	}
	fmt.Fprintf(a.out, a.say("问题的版本 %s，%s\n", "edition %s of the questions, %s\n"), r.Edition, state)
}
