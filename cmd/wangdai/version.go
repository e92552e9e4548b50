package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"wangdai/advisor"
	"wangdai/cmd/internal/hall"
	"wangdai/knowledge/load"
)

// version is set when a release is built: -ldflags "-X main.version=v1.2.3".
var version string

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{Use: "version", Args: a.takes(0, 0), RunE: func(*cobra.Command, []string) error {
		day, err := load.AsOf(a.files())
		if err != nil {
			return hall.Wrong("%s", hall.Words(err, a.speech))
		}
		a.sayStale(&advisor.Base{LawAsOf: day})
		v := version
		if info, ok := debug.ReadBuildInfo(); ok && v == "" {
			v = info.Main.Version
		}
		if v == "" {
			v = "(devel)"
		}
		fmt.Fprintf(a.out, "wangdai %s %s %s/%s\n", v, runtime.Version(), runtime.GOOS, runtime.GOARCH)
		fmt.Fprintf(a.out, a.words().Version+"\n", day)
		return nil
	}}
}
