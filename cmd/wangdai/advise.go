package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"go.yaml.in/yaml/v4"

	"wangdai/advisor"
	"wangdai/advisor/export"
	"wangdai/advisor/fact"
	"wangdai/knowledge/load"
)

// What is read of a file of answers, and of a paper to verify: nobody's are
// longer, and a mistyped path may be a disk.
const (
	mostAnswers = 256 << 10
	mostPaper   = 1 << 20
)

func (a *app) adviseCommand() *cobra.Command {
	var answers, format, out, font string
	var partial bool
	c := &cobra.Command{
		Use:   "advise --answers FILE|-",
		Short: a.say("给回答，出意见书", "answers in, report out"),
		Long: a.say("从 YAML 或 JSON 文件读回答（一层的“问题: 回答”，或带 answers: 的案例文件），输出意见书。\n缺的回答列在标准错误，退出状态 3；--partial 时缺的按“不清楚”。",
			"Reads answers from YAML or JSON (a flat map, or a case file with an answers: key) and writes the report.\nMissing answers are listed and the exit status is 3; with --partial they count as not sure."),
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if answers == "" {
				return badInput("%s", a.say("要用 --answers 指定回答文件（- 表示标准输入）", "--answers names the file of answers (- for standard input)"))
			}
			if err := checkFormat(format); err != nil {
				return err
			}
			b, err := a.base()
			if err != nil {
				return err
			}
			s, rest, err := a.readAnswers(b, answers)
			if err != nil {
				return err
			}
			if err := a.complete(s, partial || rest, format); err != nil {
				return err
			}
			r := s.Report()
			if a.reported != nil {
				a.reported(r.Branch)
			}
			return a.write(r, format, out, font)
		},
	}
	c.Flags().StringVar(&answers, "answers", "", a.say("回答文件；- 是标准输入", "file of answers; - for standard input"))
	c.Flags().BoolVar(&partial, "partial", false, a.say("缺的回答按“不清楚”", "take what is missing as not sure"))
	a.formatFlags(c, &format, &out, &font)
	return c
}

func (a *app) formatFlags(c *cobra.Command, format, out, font *string) {
	c.Flags().StringVar(format, "format", "md", a.say("格式："+strings.Join(formatNames(), "、"), "format: "+strings.Join(formatNames(), ", ")))
	c.Flags().StringVar(out, "out", "", a.say("写到这个文件（不覆盖已有的）；默认标准输出", "write to this file (never overwriting); default standard output"))
	c.Flags().StringVar(font, "font", "", a.say("PDF 用的 TTF 字体（有生僻字时）", "a TTF font for the PDF (for rare characters)"))
}

func checkFormat(format string) error {
	if !slices.Contains(formatNames(), format) {
		return badInput("--format %s: %s", clean(format), strings.Join(formatNames(), ", "))
	}
	return nil
}

func formatNames() []string {
	var out []string
	for _, f := range export.Formats() {
		out = append(out, f.Name)
	}
	return out
}

// readAnswers reads a file of answers into a session; rest is true where the
// file says that the rest is unknown.
func (a *app) readAnswers(b *advisor.Base, name string) (s *advisor.Session, rest bool, err error) {
	data, err := a.readInput(name, mostAnswers, a.say("超过 256 KiB，不像是回答文件", "larger than 256 KiB; this is no file of answers"))
	if err != nil {
		return nil, false, err
	}
	raw, rest, today, err := a.parseAnswers(name, data)
	if err != nil {
		return nil, false, err
	}
	if today != 0 && a.date == "" {
		a.today = today
	}
	raw, old, errs := b.PresentNames(raw)
	ans, more := b.DecodeAnswers(raw, a.today)
	if errs = append(errs, more...); len(errs) > 0 {
		return nil, false, a.cannotTake(name, errs)
	}
	for _, o := range old {
		fmt.Fprintln(a.err, a.say(o.Question+"："+o.Was+" 是旧名，已按 "+o.Now+" 读", o.Question+": "+o.Was+" is an old name, read as "+o.Now))
	}
	s = a.session(b)
	s.Rest(rest)
	s.Load(ans)
	if u := s.State().Unused; len(u) > 0 {
		fmt.Fprintf(a.err, "%s\n", a.say("这些回答在这条路上不问，没有用到："+strings.Join(u, "、"), "not asked on this path, and not used: "+strings.Join(u, ", ")))
	}
	for _, d := range s.Doubtful() {
		fmt.Fprintln(a.err, clean(a.say("回答之间对不上，请核对：", "answers do not fit together, please check: ")+strings.ReplaceAll(d, "\n", " ")))
	}
	return s, rest, nil
}

// cannotTake lists the problems of a file of answers, up to a number that
// somebody reads.
func (a *app) cannotTake(name string, errs []error) error {
	head := a.say(fmt.Sprintf("%s：有 %d 个回答不能用", clean(name), len(errs)), fmt.Sprintf("%s: %d answers cannot be taken", clean(name), len(errs)))
	if most := advisor.MostProblems; len(errs) > most {
		errs = errs[:most]
		head = a.say(fmt.Sprintf("%s：有 %d 个以上的回答不能用，先改这些", clean(name), most), fmt.Sprintf("%s: more than %d answers cannot be taken; correct these first", clean(name), most))
	}
	var lines []string
	for _, e := range errs {
		var in *advisor.InputError
		if errors.As(e, &in) {
			lines = append(lines, fmt.Sprintf("  %s: %s", fact.Shown(in.Question), clean(in.In(a.language()))))
		} else {
			lines = append(lines, "  "+clean(e.Error()))
		}
	}
	return badInput("%s\n%s", head, strings.Join(lines, "\n"))
}

// readInput reads up to so many bytes of a file; tooLong is said of a longer
// one.
func (a *app) readInput(name string, most int64, tooLong string) ([]byte, error) {
	var r io.Reader = a.in
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			var pe *os.PathError
			if errors.As(err, &pe) {
				err = pe.Err
			}
			return nil, badInput("%s: %v", clean(name), err)
		}
		defer f.Close()
		r = f
	}
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return nil, badInput("%s: %v", clean(name), errors.Unwrap(err))
	}
	if int64(len(data)) > most {
		return nil, badInput("%s: %s", clean(name), tooLong)
	}
	return data, nil
}

// parseAnswers takes a flat map or a case file.
func (a *app) parseAnswers(name string, data []byte) (raw map[string]any, rest bool, today fact.Date, err error) {
	if len(strings.TrimSpace(string(data))) == 0 {
		return nil, false, 0, badInput("%s: %s", clean(name), a.say("是空的；例：role: borrower", "is empty; such as role: borrower"))
	}
	var doc yaml.Node
	if err = yaml.Load(data, &doc); err != nil {
		return nil, false, 0, badInput("%s%s", clean(name), a.unreadable(err))
	}
	var wrong error
	plain := load.Plain(&doc, func(at *yaml.Node, what fact.Notice) {
		if wrong == nil {
			wrong = badInput("%s:%d: %s", clean(name), at.Line, what.In(a.language()))
		}
	})
	if wrong != nil {
		return nil, false, 0, wrong
	}
	raw, ok := plain.(map[string]any)
	if !ok && plain != nil {
		return nil, false, 0, badInput("%s:1: %s", clean(name), a.noAnswers())
	}
	inner, ok := raw["answers"]
	if !ok {
		return raw, false, 0, nil
	}
	m, ok := inner.(map[string]any)
	if !ok {
		return nil, false, 0, badInput("%s: answers: %s", clean(name), a.say("下面要写“问题: 回答”", "holds question: answer"))
	}
	if t, ok := raw["today"]; ok {
		s, _ := t.(string)
		if today, err = fact.ISODate(s); err != nil {
			return nil, false, 0, badInput("%s: today: %s", clean(name), a.say("没有这一天："+fact.Shown(s), "no such day: "+fact.Shown(s)))
		}
	}
	return m, raw["rest"] == "unknown", today, nil
}

// unreadable says where an answers file is no YAML, and what to write there.
func (a *app) unreadable(err error) string {
	line := 0
	var one *yaml.LoadError
	var many *yaml.LoadErrors
	switch {
	case errors.As(err, &many) && len(many.Errors) > 0:
		line = many.Errors[0].Mark.Line
	case errors.As(err, &one):
		line = one.Mark.Line
	}
	at := ""
	if line > 0 { // 0 where not even a line was made out
		at = fmt.Sprintf(":%d", line)
	}
	if strings.Contains(err.Error(), "unknown anchor") {
		return at + ": " + load.Referring.In(a.language())
	}
	return at + ": " + a.noAnswers()
}

func (a *app) noAnswers() string {
	return a.say("读不懂；每行写“问题: 回答”，冒号用半角、后面空一格", "cannot be read; write question: answer on each line")
}

// complete refuses an interview with open questions, and prints them.
func (a *app) complete(s *advisor.Session, partial bool, format string) error {
	st := s.State()
	if partial || st.Next < 0 {
		return nil
	}
	b := s.Base()
	given := s.Answers()
	type open struct {
		Fact     string   `json:"fact"`
		Question string   `json:"question"`
		Options  []string `json:"options,omitempty"`
	}
	var list []open
	for _, q := range st.Asked {
		f := b.Asked(q)
		if given[f.ID].State != fact.NotAsked {
			continue
		}
		o := open{Fact: f.ID, Question: b.Questions[q].Title.In(a.language())}
		for i := range f.Options {
			o.Options = append(o.Options, f.Options[i].ID)
		}
		list = append(list, o)
	}
	if format == "json" {
		enc := json.NewEncoder(a.out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(map[string]any{"missing": list}); err != nil {
			return err
		}
	}
	var lines []string
	for _, o := range list {
		line := "  " + o.Fact + ": " + o.Question
		if len(o.Options) > 0 {
			line += " (" + strings.Join(o.Options, ", ") + ")"
		}
		lines = append(lines, line)
	}
	return &failure{status: statusMissing, err: fmt.Errorf("%s\n%s", a.say(fmt.Sprintf("还有 %d 个问题没有回答（--partial 可按“不清楚”继续）：", len(list)), fmt.Sprintf("%d questions are not answered (--partial takes them as not sure):", len(list))), strings.Join(lines, "\n"))}
}

// write renders the report to a file or to standard output.
func (a *app) write(r *advisor.Report, format, out, font string) error {
	o := export.Options{}
	if font != "" {
		data, err := os.ReadFile(font)
		if err != nil {
			return badInput("--font %s: %v", clean(font), errors.Unwrap(err))
		}
		o.Font = data
	}
	if out == "" || out == "-" {
		return export.Write(a.out, format, r, o)
	}
	if err := writeNew(out, func(w io.Writer) error { return export.Write(w, format, r, o) }); err != nil {
		return err
	}
	fmt.Fprintln(a.err, a.say("已保存：", "saved: ")+clean(out))
	return nil
}
