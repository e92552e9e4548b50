package kiosk

import (
	"fmt"
	"strings"

	"wangdai/advisor/words"
	"wangdai/cmd/internal/hall"

	"charm.land/ssh"
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
		v.lang = hall.Language(sess.User(), sent(sess), s.cfg.Lang) // `ssh en@host` is a name for a language
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
			var lines []string
			for _, a := range v.law.Base.Authorities {
				if a.Urgent {
					lines = append(lines, a.Name.In(v.lang))
				}
			}
			v.say(sess, fmt.Sprintf(v.words().Full, strings.Join(lines, words.HallIn(string(v.lang)).List)))
			_ = sess.Exit(hall.Busy)
		}
	}
}

// withoutTerminal is a shell where no screen can be drawn: the same interview
// line by line.
func (s *Server) withoutTerminal(next ssh.Handler) ssh.Handler {
	return func(sess ssh.Session) {
		p, _, ok := sess.Pty()
		if sess.RawCommand() == "" && (!ok || p.Term == "dumb" || sess.User() == "plain" ||
			hall.Accessible(sent(sess))) {
			_ = sess.Exit(s.plain(sess))
			return
		}
		next(sess)
	}
}

// sent looks up a variable that the visitor's terminal sent.
func sent(sess ssh.Session) func(name string) string {
	return func(name string) string {
		for _, kv := range sess.Environ() {
			if v, ok := strings.CutPrefix(kv, name+"="); ok {
				return v
			}
		}
		return ""
	}
}
