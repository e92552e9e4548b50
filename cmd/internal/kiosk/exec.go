package kiosk

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"charm.land/ssh"

	"wangdai/advisor"
	"wangdai/advisor/code"
	"wangdai/advisor/export"
	"wangdai/advisor/fact"
	"wangdai/advisor/typeset"
	"wangdai/tui/plain"
)

// Exit statuses that a visitor's script sees; the first four are those of the
// command line.
const (
	statusFailed  = 1
	statusInput   = 2
	statusMissing = 3
	statusBusy    = 75  // try again later
	statusUnknown = 127 // no such command
)

// commands are what works besides the interview: a fixed list, matched whole.
func (s *Server) commands(next ssh.Handler) ssh.Handler {
	verbs := map[string]func(ssh.Session, []string) int{
		"plain":  func(sess ssh.Session, _ []string) int { return s.plain(sess) },
		"ask":    func(sess ssh.Session, _ []string) int { return s.plain(sess) },
		"export": s.export,
		"advise": s.advise,
		"help":   s.help,
		"scp":    s.scp,
	}
	return func(sess ssh.Session) {
		args := sess.Command()
		if len(args) == 0 && sess.RawCommand() == "" {
			next(sess)
			return
		}
		v := visitOf(sess)
		v.kind = "unknown"
		if len(args) > 0 {
			if run, ok := verbs[args[0]]; ok {
				v.kind = args[0]
				_ = sess.Exit(run(sess, args[1:]))
				return
			}
		}
		v.say(sess, "没有这个命令。可用：plain（逐行问答）、export 续答码、advise < 回答文件、help。", "No such command. There are: plain (line by line), export CODE, advise < answers.yaml, help.")
		_ = sess.Exit(statusUnknown)
	}
}

// say writes a sentence of ours to a visitor's standard error.
func (v *visit) say(sess ssh.Session, zh, en string) {
	_, _ = io.WriteString(sess.Stderr(), "wangdai: "+v.in(zh, en)+"\n")
}

func (v *visit) in(zh, en string) string {
	if v.lang == fact.EN {
		return en
	}
	return zh
}

// refuse is a sentence and the status of wrong input.
func (v *visit) refuse(sess ssh.Session, zh, en string) int {
	v.end("refused")
	v.say(sess, zh, en)
	return statusInput
}

func (s *Server) help(sess ssh.Session, _ []string) int {
	v := visitOf(sess)
	_, _ = io.WriteString(sess, v.in(
		`网贷法律顾问（SSH）。不问姓名，不要密码，不保存任何回答。

  ssh 主机                                   问答（需要终端；一定要终端时用 ssh -t）
  ssh en@主机                                英文
  ssh 主机 plain                             逐行问答：读屏软件、管道、哑终端（也可 ssh plain@主机）
  ssh 主机 export 续答码 > 建议.md           用续答码取意见书；--format `+strings.Join(formats(), "|")+`，--lang zh|en
  ssh 主机 advise < 回答.yaml                给回答，出意见书；--format、--lang，--partial 缺的按“不清楚”
  scp 主机:续答码.md .                       同 export；扩展名就是格式（旧版用 scp -O）
  ssh 主机 help                              这一页

退出状态：0 完成；1 失败；2 输入有误；3 还有问题没有回答；75 现在太忙；127 没有这个命令。
`,
		`The legal advisor over SSH. It asks no name and no password, and keeps no answer.

  ssh HOST                                   the interview (needs a terminal; ssh -t asks for one)
  ssh en@HOST                                in English
  ssh HOST plain                             line by line: screen readers, pipes, dumb terminals (or ssh plain@HOST)
  ssh HOST export CODE > advice.md           the report from a code; --format `+strings.Join(formats(), "|")+`, --lang zh|en
  ssh HOST advise < answers.yaml             answers in, report out; --format, --lang, --partial takes what is missing as not sure
  scp HOST:CODE.md .                         the same as export; the ending is the format (older clients: scp -O)
  ssh HOST help                              this page

Exit status: 0 done; 1 failed; 2 wrong input; 3 answers missing; 75 too busy; 127 no such command.
`))
	return 0
}

func formats() []string {
	var out []string
	for _, f := range export.Formats() {
		out = append(out, f.Name)
	}
	return out
}

// wish is what a visitor asked of export or advise.
type wishes struct {
	code    string
	format  string
	partial bool
}

// read takes a visitor's words; false after telling them what is wrong.
func (v *visit) read(sess ssh.Session, args []string) (wishes, bool) {
	w := wishes{format: "md"}
	var code []string
	for i := 0; i < len(args); i++ {
		name, value, given := strings.Cut(args[i], "=")
		switch name {
		case "--partial":
			w.partial = true
			continue
		case "--format", "--lang":
			if !given {
				if i++; i < len(args) {
					value = args[i]
				}
			}
		default:
			if strings.HasPrefix(name, "--") || len(code) > 40 {
				v.refuse(sess, "只有 --format、--lang 和 --partial", "there are only --format, --lang and --partial")
				return w, false
			}
			code = append(code, args[i])
			continue
		}
		switch {
		case name == "--format" && slices.Contains(formats(), value):
			w.format = value
		case name == "--lang" && (value == "zh" || value == "en"):
			v.lang = advisor.Lang(value)
		case name == "--format":
			v.refuse(sess, "--format："+strings.Join(formats(), "、"), "--format: "+strings.Join(formats(), ", "))
			return w, false
		default:
			v.refuse(sess, "--lang：只有 zh 和 en", "--lang: only zh and en")
			return w, false
		}
	}
	w.code = strings.Join(code, "-") // a code may be typed in its groups
	return w, true
}

// bytesOnly refuses to send a file through a terminal, which would change its
// line ends.
func (v *visit) bytesOnly(sess ssh.Session) bool {
	if _, _, ok := sess.Pty(); ok {
		v.refuse(sess, "请不要加 -t：终端会改动文件的换行", "leave out -t: a terminal would change the line ends of the file")
		return false
	}
	return true
}

// export writes the report of a code.
func (s *Server) export(sess ssh.Session, args []string) int {
	v := visitOf(sess)
	w, ok := v.read(sess, args)
	if !ok || !v.bytesOnly(sess) {
		return statusInput
	}
	if w.code == "" {
		return v.refuse(sess, "要写续答码：export 续答码", "a code is wanted: export CODE")
	}
	data, err := s.paper(sess.Context(), v, w.code, w.format)
	var wrong *code.Error
	switch {
	case errors.As(err, &wrong):
		return v.refuse(sess, typeset.Clean(wrong.In(fact.ZH)), typeset.Clean(wrong.In(fact.EN)))
	case err != nil:
		v.end("failed")
		v.say(sess, "意见书没有做出来", "the report could not be made")
		return statusFailed
	}
	if r, err := v.law.Base.ReadCode(w.code, s.cfg.Today()); err == nil {
		v.tellLost(sess, r)
	}
	if _, err := sess.Write(data); err != nil {
		return statusFailed
	}
	return 0
}

// tellLost says which answers of a code are not in the report, and why.
func (v *visit) tellLost(sess ssh.Session, r advisor.Reading) {
	switch {
	case r.Old:
		v.say(sess, "这个续答码是问题改动以前的，还适用的回答都读入了。", "this code is from before the questions changed; every answer that still applies was read.")
	case len(r.Lost) > 0:
		v.say(sess, "续答码里有的回答不能用，别的都读入了。", "some answers in this code cannot be taken; all others were read.")
	}
	for _, x := range r.Lost {
		label, value, why := typeset.Clean(x.Label.In(v.lang)), typeset.Clean(x.Value.In(v.lang)), typeset.Clean(x.Why.In(v.lang))
		v.say(sess, "没有读入："+label+"："+value+"（"+why+"）", "not read: "+label+": "+value+" ("+why+")")
	}
}

// paper is the report of a code in a format. Only so many are made at a time.
func (s *Server) paper(ctx context.Context, v *visit, code, format string) ([]byte, error) {
	if err := s.atWork(ctx); err != nil {
		return nil, err
	}
	defer s.rest()
	today := s.cfg.Today()
	reading, err := v.law.Base.ReadCode(code, today)
	if err != nil {
		return nil, err
	}
	session := advisor.NewSession(v.law.Base, advisor.Options{Today: today, Lang: v.lang})
	session.Load(reading.Answers)
	r := session.Report()
	var b bytes.Buffer
	if err := export.Write(&b, format, r, export.Options{}); err != nil {
		return nil, err
	}
	s.metrics.reported(r.Branch)
	return b.Bytes(), nil
}

func (s *Server) atWork(ctx context.Context) error {
	select {
	case s.work <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (s *Server) rest() { <-s.work }

// mostAnswers bounds a file of answers that comes over the network: all
// questions answered take a fifth of it.
const mostAnswers = 64 << 10

// advise takes a file of answers and writes the report.
func (s *Server) advise(sess ssh.Session, args []string) int {
	v := visitOf(sess)
	w, ok := v.read(sess, args)
	if !ok || !v.bytesOnly(sess) {
		return statusInput
	}
	if w.code != "" {
		return v.refuse(sess, "回答从标准输入读：advise < 回答.yaml", "the answers are read from standard input: advise < answers.yaml")
	}
	// All of it first: a slow sender must not hold a place at the processor.
	in, err := io.ReadAll(io.LimitReader(sess, mostAnswers+1))
	if err != nil {
		return statusFailed
	}
	if len(in) > mostAnswers {
		return v.refuse(sess, "超过 64 KiB，不像是回答文件", "larger than 64 KiB; this is no file of answers")
	}
	if s.atWork(sess.Context()) != nil {
		return statusFailed
	}
	var out, problems bytes.Buffer
	status := func() int {
		defer s.rest()
		return s.cfg.Advise(Advice{In: bytes.NewReader(in), Out: &out, Err: &problems, Base: v.law.Base, Today: s.cfg.Today(),
			Lang: v.lang, Format: w.format, Partial: w.partial, Reported: s.metrics.reported})
	}()
	if status != 0 {
		v.end("refused")
	}
	_, _ = io.WriteString(sess.Stderr(), typeset.CleanLines(strings.ToValidUTF8(problems.String(), "")))
	if _, err := sess.Write(out.Bytes()); err != nil {
		return statusFailed
	}
	return status
}

// plain is the interview line by line.
func (s *Server) plain(sess ssh.Session) int {
	v := visitOf(sess)
	v.kind = "plain"
	_, _, terminal := sess.Pty()
	in := &typed{r: bufio.NewReaderSize(sess, 512), v: v}
	if terminal {
		in.echo = sess
	}
	lines := newPatience(s, v, sess, in)
	defer lines.stop()
	v.mu.Lock()
	v.notice = func() {
		_, _ = io.WriteString(sess, "\n"+v.in("服务器即将停止；请记下续答码（v 显示建议和续答码），稍后可以接着回答。", "The server is about to stop. Note the code (v shows the advice with its code) and go on later.")+"\n")
	}
	v.mu.Unlock()
	session := advisor.NewSession(v.law.Base, advisor.Options{Today: s.cfg.Today(), Lang: v.lang})
	err := plain.Run(sess.Context(), lines, sess, plain.Options{Session: session, Report: func(w io.Writer, r *advisor.Report) error {
		s.metrics.reported(r.Branch)
		return export.Write(w, "txt", r, export.Options{})
	}})
	switch {
	case errors.Is(err, plain.ErrOpen):
		v.end("open")
		return statusMissing
	case err != nil:
		return statusFailed
	}
	v.end("quit")
	return 0
}
