package main

import (
	"time"

	"github.com/spf13/cobra"
)

// command builds the tree of commands. One line a command.
func (a *app) command() *cobra.Command {
	root := &cobra.Command{
		Use:   "wangdai",
		Short: a.say("网贷法律顾问：回答几个问题，得到针对您情况的法律建议", "A guided legal advisor for trouble with an online loan in China"),
		Long: a.say(`网贷法律顾问。不问姓名，不联网，不保存。

在终端里直接运行就开始问答；没有终端时逐行问答（同 wangdai ask）。
退出状态：0 完成；1 失败；2 输入有误；3 还有问题没有回答。`,
			`A guided legal advisor. It asks no name, opens no connection, keeps nothing.

Run it in a terminal to begin; without a terminal it asks line by line
(as wangdai ask does). Exit status: 0 done; 1 failed; 2 wrong input; 3 answers missing.`),
		Args:              cobra.NoArgs,
		SilenceUsage:      true,
		SilenceErrors:     true,
		PersistentPreRunE: a.common,
		RunE:              func(*cobra.Command, []string) error { return a.interview(nil) },
	}
	f := root.PersistentFlags()
	f.StringVar(&a.lang, "lang", "", a.say("语言：zh 或 en（默认看系统，再默认中文）", "language: zh or en (default: the locale's, else zh)"))
	f.StringVar(&a.date, "date", "", a.say("按哪一天计算，如 2026-11-25（默认今天）", "the day to speak of, such as 2026-11-25 (default: today)"))
	f.StringVar(&a.knowledge, "knowledge", "", a.say("法律知识的文件夹（默认用程序自带的）", "folder of the knowledge (default: built in)"))
	f.StringVar(&a.lawTexts, "law-texts", "", a.say("法律官方文本的文件夹：法条页会显示全文", "folder of official texts: article pages then show them"))
	f.BoolVar(&a.noColor, "no-color", false, a.say("不用颜色（也可设 NO_COLOR）", "no colour (NO_COLOR works too)"))
	root.Flags().BoolVar(&a.plain, "plain", false, a.say("逐行问答", "ask line by line"))
	root.Flags().DurationVar(&a.idle, "idle", 5*time.Minute, a.say("公用终端多久没人按键就清除回答", "public terminal: drop the answers after so long without a key"))
	root.Flags().BoolVar(&a.kiosk, "kiosk", false, a.say("公用终端：离开后回到首页，不留回答", "public terminal: returns to the start, keeps no answer"))
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(
		a.askCommand(),
		a.adviseCommand(),
		a.exportCommand(),
		a.resumeCommand(),
		a.verifyCommand(),
		a.questionsCommand(),
		a.lawCommand(),
		a.calcCommand(),
		a.draftCommand(),
		a.checkCommand(),
		a.editionCommand(),
		a.graphCommand(),
		a.docsCommand(),
		a.serveCommand(),
		a.versionCommand(),
		a.completionCommand(root),
		a.manCommand(root),
	)
	return root
}
