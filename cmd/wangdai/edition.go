package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"wangdai/advisor"
	"wangdai/cmd/internal/hall"
	"wangdai/knowledge/load"
)

// editionCommand writes down the questions as they are now, so that codes
// handed out today can be read after they have changed.
func (a *app) editionCommand() *cobra.Command {
	var record string
	c := &cobra.Command{Use: "edition", Args: a.takes(0, 0), RunE: func(*cobra.Command, []string) error {
		b, err := a.base()
		if err != nil {
			return err
		}
		if record == "" {
			_, err := io.WriteString(a.out, b.CurrentEdition().String())
			return err
		}
		return a.recordEdition(b, record)
	}}
	c.Flags().StringVar(&record, "record", "", "")
	return c
}

// recordEdition writes the present edition into a knowledge folder, unless it
// is there.
func (a *app) recordEdition(b *advisor.Base, folder string) error {
	e := b.CurrentEdition()
	if b.Recorded() {
		fmt.Fprintf(a.err, a.words().Keep.AlreadyRecorded+"\n", e.Number())
		return nil
	}
	name := filepath.Join(folder, load.EditionFile(e, a.today))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return a.failed(folder, err)
	}
	if err := a.save(name, func(w io.Writer) error {
		_, err := io.WriteString(w, e.String())
		return err
	}); err != nil {
		return err
	}
	if err := os.Chmod(name, 0o644); err != nil {
		return a.failed(folder, err)
	}
	fmt.Fprintf(a.err, a.words().Keep.Recorded+"\n", hall.Clean(name))
	return nil
}

func (a *app) printEdition(r *checked) {
	w := a.words().Keep
	state := w.IsRecorded
	if !r.Recorded {
		state = w.NotRecorded
	}
	fmt.Fprintf(a.out, w.Edition+"\n", r.Edition, state)
}
