package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"wangdai/advisor/fact"
	"wangdai/cmd/internal/hall"
)

// calculated runs a calculator in memory, over the one loaded law.
func calculated(t *testing.T, args ...string) (status int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	status = run(append([]string{"calc"}, args...), &env{in: strings.NewReader(""), out: &o, err: &e,
		today: fact.NewDate(2026, 11, 25),
		now:   time.Unix(0, 0), getenv: func(string) string { return "" }, shared: base(t)})
	return status, o.String(), e.String()
}

// The flags of the calculators are read by the readers of every answer, within
// the limits of every answer, and refused in their words.
func TestCalcReadsAsEverywhere(t *testing.T) {
	for _, x := range []struct{ args, want string }{
		{"rate --received １万 --payment １，０００元 --periods １２期", "35.07%"},
		{"rate --received 010000 --payment 1千 --periods 012", "35.07%"},
		{"rate --received 10000 --payment 1000 --periods 601", "--periods: 期数要在 1 到 600 之间；请写 12x1000"},
		{"rate --received 10000 --payment 1000 --periods 0", "--periods: 期数要在 1 到 600 之间"},
		{"rate --received 10000 --payment 1000 --periods -5", "--periods: 不能是负数；请写整数"},
		{"rate --received 10000 --payment 0 --periods 12", "每笔金额要大于 0"},
		{"rate --received 10000 --payment 1000", "缺 --periods"},
		{"rate --received 10000 --days 30", "缺 --repay"},
		{"rate --received 10000 --repay 12000 --days 4000", "--days: 天数要在 1 到 3,650 之间；"},
		{"repaid --received 10000 --repay 12000 --days 4000 --repaid 1 --regime private --contract 2024-07-15",
			"--days: 天数要在 1 到 3,650 之间；"},
		{"rate --received 10000 --payment 1000 --periods 12 --days 7 --repay 5", "两种还法只写一种"},
		{"rate --received 10000 --flow 2025-01-01:10000,2025-02-15:-4000", "只用一种写法"},
		{"rate --received 0x10 --payment 1000 --periods 12", "--received: 看不懂「0x10」；请写金额"},
		{"rate --received 0o17 --payment 1000 --periods 12", "看不懂「0o17」"},
		{"fee --amount 0100000", "2,300 元"},
		{"fee --amount １。２w", "100 元"},
		{"fee --amount 1万2", "100 元"},
		{"rate --flow 2025-01-05:10000,2025-02-05:-11000", "117.74%"},
		{"rate --flow 2025-01-05:10,000.00,2025-02-05:_－11,000.00", "117.74%"},
		{"rate --flow 2025年1月5日_1万；2025年2月5日：−1.1万", "117.74%"},
		{"rate --flow 2025-01-05_10000\r\n2025-02-05_-11000\r\n", "117.74%"},
		{"rate --flow 2025-01-05:10000,2025-03-05:-6000,2025-02-05:-6000",
			"--flow: 日期要从早到晚：第 3 笔（2025-02-05）早于前一笔（2025-03-05）；写成 2025-01-01:10000"},
		{"rate --flow 2025-01-05", "--flow: 什么也没有写；写成"},
		{"limitation --due 2024-05-01 --event 2025-08-01:demand", "2028年8月1日"},
		{"limitation --due 2024-05-01 --event 2025年8月1日_demand", "2028年8月1日"},
		{"limitation --due 2024-05-01 --event 20250801：demand", "2028年8月1日"},
		{"limitation --due 2024-05-01 --event demand", "--event: 看不懂「demand」；请写年月日"},
		{"limitation --due 2024-05-01 --event 2025-08-01:nothing", "事由有："},
		{"limitation --due 2024-05-01 --event 20250801", "事由有："},
	} {
		args := strings.Split(x.args, " ")
		for i := range args {
			args[i] = strings.ReplaceAll(args[i], "_", " ")
		}
		status, out, errs := calculated(t, args...)
		if refused := strings.Contains(errs, x.want); !refused && !strings.Contains(out, x.want) ||
			refused != (status == hall.WrongInput) {
			t.Errorf("calc %s: status %d, %s%s; want %s", x.args, status, out, errs, x.want)
		}
	}
}
