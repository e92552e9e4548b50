package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version is set when a release is built: -ldflags "-X main.version=v1.2.3".
var version string

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{Use: "version", Args: a.takes(0, 0), RunE: func(*cobra.Command, []string) error {
		b, err := a.base()
		if err != nil {
			return err
		}
		v := version
		if info, ok := debug.ReadBuildInfo(); ok && v == "" {
			v = info.Main.Version
		}
		if v == "" {
			v = "(devel)"
		}
		fmt.Fprintf(a.out, "wangdai %s %s %s/%s\n", v, runtime.Version(), runtime.GOOS, runtime.GOARCH)
		fmt.Fprintf(a.out, a.words().Version+"\n", b.LawAsOf)
		return nil
	}}
}
