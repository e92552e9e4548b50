package kiosk

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"charm.land/ssh"
	"github.com/spf13/pflag"

	"wangdai/advisor"
	"wangdai/advisor/export"
	"wangdai/advisor/words"
	"wangdai/cmd/internal/hall"
	"wangdai/tui/plain"
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
		if v.wordy {
			v.say(sess, v.words().TooLong)
			_ = sess.Exit(hall.WrongInput)
			return
		}
		v.say(sess, v.words().NoCommand)
		_ = sess.Exit(hall.Unknown)
	}
}

// say writes a sentence of ours to a visitor's standard error.
func (v *visit) say(sess ssh.Session, text string) {
	_, _ = io.WriteString(sess.Stderr(), "wangdai: "+text+"\n")
}

func (v *visit) words() *words.Kiosk { return words.KioskIn(string(v.lang)) }

func (s *Server) help(sess ssh.Session, _ []string) int {
	_, _ = fmt.Fprintf(sess, visitOf(sess).words().Help, strings.Join(hall.Formats(), "|"))
	return hall.Done
}

// wish takes the flags of export and advise; what is left are the words.
func (v *visit) wish(args []string, flags func(*hall.Wish, *pflag.FlagSet)) (w hall.Wish, rest []string, err error) {
	fs := pflag.NewFlagSet("wangdai", pflag.ContinueOnError)
	fs.SetOutput(io.Discard)
	w.FormatFlag(fs)
	w.LangFlag(fs)
	if flags != nil {
		flags(&w, fs)
	}
	if err := fs.Parse(args); err != nil {
		return w, nil, hall.FlagError(fs, err, v.lang)
	}
	if err := w.Check(v.lang); err != nil {
		return w, nil, err
	}
	if w.Lang != "" {
		v.lang = advisor.Lang(w.Lang)
	}
	return w, fs.Args(), nil
}

// guest is the visitor as the hall knows them.
func (v *visit) guest(sess ssh.Session) *hall.Guest {
	return &hall.Guest{Base: v.law.Base, Today: v.s.cfg.Today(), Lang: v.lang, Err: sess.Stderr()}
}

// bytesOnly refuses to send a file through a terminal, which would change its
// line ends.
func (v *visit) bytesOnly(sess ssh.Session) error {
	if _, _, ok := sess.Pty(); ok {
		return hall.Wrong("%s", v.words().NoTerminal)
	}
	return nil
}

// answered sends what a command has made, or says why it could not.
func (v *visit) answered(sess ssh.Session, data []byte, err error) int {
	if err != nil {
		v.end("refused")
	}
	if _, werr := sess.Write(data); werr != nil {
		return hall.Failed
	}
	return hall.Tell(sess.Stderr(), err, v.lang)
}

// export writes the report of a code.
func (s *Server) export(sess ssh.Session, args []string) int {
	v := visitOf(sess)
	data, err := s.exported(sess, v, args)
	return v.answered(sess, data, err)
}

func (s *Server) exported(sess ssh.Session, v *visit, args []string) ([]byte, error) {
	w, rest, err := v.wish(args, (*hall.Wish).FullFlag)
	if err != nil {
		return nil, err
	}
	if err := v.bytesOnly(sess); err != nil {
		return nil, err
	}
	g := v.guest(sess)
	code, err := g.Typed(strings.Join(rest, "-"), sess) // it may be typed in its groups
	if err != nil {
		return nil, err
	}
	return s.paper(sess.Context(), g, code, w)
}

// paper is the report of a code as wished. Only so many are made at a time.
func (s *Server) paper(ctx context.Context, g *hall.Guest, code string, w hall.Wish) ([]byte, error) {
	if err := s.atWork(ctx); err != nil {
		return nil, err
	}
	defer s.rest()
	session, err := g.Code(code)
	if err != nil {
		return nil, err
	}
	return s.written(w.Report(session), w.Format)
}

func (s *Server) written(r *advisor.Report, format string) ([]byte, error) {
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
	data, err := s.advised(sess, v, args)
	return v.answered(sess, data, err)
}

func (s *Server) advised(sess ssh.Session, v *visit, args []string) ([]byte, error) {
	w, rest, err := v.wish(args, func(w *hall.Wish, fs *pflag.FlagSet) {
		w.PartialFlag(fs)
		w.AskFlag(fs)
		w.FullFlag(fs)
	})
	if err != nil {
		return nil, err
	}
	if err := v.bytesOnly(sess); err != nil {
		return nil, err
	}
	if len(rest) > 0 {
		return nil, hall.Wrong("%s", v.words().FromInput)
	}
	g := v.guest(sess)
	// All of it first: a slow sender must not hold a place at the processor.
	in, err := g.ReadAnswers("-", sess, mostAnswers)
	if err != nil {
		return nil, err
	}
	if err := s.atWork(sess.Context()); err != nil {
		return nil, err
	}
	defer s.rest()
	var out bytes.Buffer
	r, err := g.Advise(&out, "-", in, w)
	if err != nil {
		return out.Bytes(), err
	}
	return s.written(r, w.Format)
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
		_, _ = io.WriteString(sess, "\n"+v.words().Closing+"\n")
	}
	v.mu.Unlock()
	session := advisor.NewSession(v.law.Base, advisor.Options{Today: s.cfg.Today(), Lang: v.lang})
	err := plain.Run(sess.Context(), lines, sess, plain.Options{Session: session,
		Paper: hall.Text{Made: func(r *advisor.Report) { s.metrics.reported(r.Branch) }}})
	switch {
	case errors.Is(err, plain.ErrOpen):
		v.end("open")
		return hall.Missing
	case err != nil:
		return hall.Failed
	}
	v.end("quit")
	return 0
}
