package kiosk

import (
	"strings"

	"charm.land/ssh"

	"wangdai/advisor"
	"wangdai/advisor/fact"
)

// The middlewares, from the outermost.

// contain keeps a panic of one session from touching another. What is logged
// of it is where it happened: its message and the stack's words may hold what
// a visitor typed.
func (s *Server) contain(next ssh.Handler) ssh.Handler {
	return func(sess ssh.Session) {
		defer func() {
			if r := recover(); r != nil {
				s.log.Error("panic", "at", where())
				s.metrics.panics.Inc()
				_ = sess.Exit(1)
			}
		}()
		next(sess)
	}
}

// record writes the one line of a session, when it is over.
func (s *Server) record(next ssh.Handler) ssh.Handler {
	return func(sess ssh.Session) {
		v := visitOf(sess)
		v.out = sess
		v.lang = s.language(sess)
		s.mu.Lock()
		s.live[v] = struct{}{}
		s.mu.Unlock()
		defer func() {
			s.mu.Lock()
			delete(s.live, v)
			s.mu.Unlock()
			s.ended(v, sess.Context().Err() != nil)
		}()
		next(sess)
	}
}

// place gives the session one of the server's places, or says that there is
// none.
func (s *Server) place(next ssh.Handler) ssh.Handler {
	return func(sess ssh.Session) {
		select {
		case s.seats <- struct{}{}:
			defer func() { <-s.seats }()
			next(sess)
		default:
			v := visitOf(sess)
			s.refused(fullServer)
			v.end("full")
			var zh, en []string
			for _, a := range v.law.Base.Authorities {
				if a.Urgent {
					zh, en = append(zh, a.Name.ZH), append(en, a.Name.EN)
				}
			}
			v.say(sess, "现在访客太多，请过几分钟再来。紧急情况："+strings.Join(zh, "、")+"。", "Too many visitors just now; please come back in a few minutes. In danger: "+strings.Join(en, ", ")+".")
			_ = sess.Exit(statusBusy)
		}
	}
}

// withoutTerminal is a shell where no screen can be drawn: the same interview
// line by line.
func (s *Server) withoutTerminal(next ssh.Handler) ssh.Handler {
	return func(sess ssh.Session) {
		p, _, ok := sess.Pty()
		if sess.RawCommand() == "" && (!ok || p.Term == "dumb" || sess.User() == "plain" || accessible(sess)) {
			_ = sess.Exit(s.plain(sess))
			return
		}
		next(sess)
	}
}

// lookup is a variable that the visitor's terminal sent.
func lookup(sess ssh.Session, name string) string {
	for _, kv := range sess.Environ() {
		if v, ok := strings.CutPrefix(kv, name+"="); ok {
			return v
		}
	}
	return ""
}

// accessible is the convention of people who use a screen reader.
func accessible(sess ssh.Session) bool {
	v := strings.ToLower(lookup(sess, "ACCESSIBLE"))
	return v != "" && v != "0" && v != "false"
}

// language is the visitor's: `ssh en@host`, else their locale, else the
// server's. LANG=C says nothing about what a person reads.
func (s *Server) language(sess ssh.Session) advisor.Lang {
	v := sess.User()
	if v != "en" && v != "zh" {
		v = ""
	}
	for _, name := range []string{"WANGDAI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"} {
		if v == "" {
			v = strings.ToLower(lookup(sess, name))
		}
	}
	switch lang, _, _ := strings.Cut(strings.ReplaceAll(v, "-", "_"), "_"); lang {
	case "en":
		return fact.EN
	case "zh":
		return fact.ZH
	}
	return s.cfg.Lang
}
