package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"wangdai/advisor"
	"wangdai/advisor/code"
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
// is there, and gives asks that are new there a number for codes.
func (a *app) recordEdition(b *advisor.Base, folder string) error {
	if err := a.recordAsks(b, folder); err != nil {
		return err
	}
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

// recordAsks adds asks to the table that have no number yet.
func (a *app) recordAsks(b *advisor.Base, folder string) error {
	fresh := b.Unrecorded()
	if len(fresh) == 0 {
		return nil
	}
	ids := slices.Clone(b.AskNumbers)
	for _, i := range fresh {
		ids = append(ids, b.Asks[i].ID)
	}
	name := filepath.Join(folder, load.AsksFile)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return a.failed(folder, err)
	}
	if err := os.WriteFile(name, []byte(code.AsksText(ids)), 0o644); err != nil {
		return a.failed(name, err)
	}
	fmt.Fprintf(a.err, a.words().Keep.AsksRecorded+"\n", len(fresh), hall.Clean(name))
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
