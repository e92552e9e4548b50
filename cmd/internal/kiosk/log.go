package kiosk

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/netip"
	"path"
	"runtime"
	"strings"
	"sync"
	"time"

	"wangdai/advisor/typeset"
)

// What is logged: when, from which network (never the whole address), what
// kind of session, on what kind of terminal, for how long, how it ended. A
// command's words are not: a code holds every answer. Nor is the user name,
// which is a person's own on most machines.

// Scrub is a handler that lets through only what may be logged: texts cleaned
// and short, and nothing of what libraries add about a panic or a peer.
func Scrub(h slog.Handler) slog.Handler { return scrub{h} }

type scrub struct{ slog.Handler }

// mostLogged bounds a logged text, in bytes.
const mostLogged = 2000

// Handle writes a record without what it must not hold.
func (s scrub) Handle(ctx context.Context, r slog.Record) error {
	out := slog.NewRecord(r.Time, r.Level, trimmed(r.Message), 0)
	r.Attrs(func(a slog.Attr) bool {
		if a, ok := scrubbed(a); ok {
			out.AddAttrs(a)
		}
		return true
	})
	return s.Handler.Handle(ctx, out)
}

// WithAttrs keeps the same rule for attributes given once.
func (s scrub) WithAttrs(attrs []slog.Attr) slog.Handler {
	var out []slog.Attr
	for _, a := range attrs {
		if a, ok := scrubbed(a); ok {
			out = append(out, a)
		}
	}
	return scrub{s.Handler.WithAttrs(out)}
}

// WithGroup keeps the rule within a group.
func (s scrub) WithGroup(name string) slog.Handler { return scrub{s.Handler.WithGroup(name)} }

func scrubbed(a slog.Attr) (slog.Attr, bool) {
	switch a.Key {
	case "panic", "stack", "remote": // of the SSH library
		return a, false
	}
	switch v := a.Value.Resolve(); v.Kind() {
	case slog.KindString:
		a.Value = slog.StringValue(trimmed(v.String()))
	case slog.KindAny:
		a.Value = slog.StringValue(trimmed(fmt.Sprint(v.Any())))
	}
	return a, true
}

func trimmed(s string) string {
	s = typeset.Clean(strings.ToValidUTF8(s, ""))
	if len(s) > mostLogged {
		s = strings.ToValidUTF8(s[:mostLogged], "") + "…"
	}
	return s
}

func quiet(l *slog.Logger) *slog.Logger {
	if l == nil {
		return slog.New(slog.NewTextHandler(io.Discard, nil))
	}
	return slog.New(Scrub(l.Handler()))
}

// network is as much of an address as is logged: enough to see where a flood
// comes from, too little to find a person.
func network(a netip.Addr) string {
	a = a.Unmap().WithZone("")
	bits := 48
	if a.Is4() {
		bits = 24
	}
	p, err := a.Prefix(bits)
	if err != nil {
		return ""
	}
	return p.String()
}

// ended writes the line of a session that is over.
func (s *Server) ended(v *visit, lost bool) {
	how := v.ended()
	if how == "" && lost {
		how = "lost"
	}
	if how == "" {
		how = "done"
	}
	s.metrics.ended(v.kind, how)
	s.log.Info("session", "from", network(v.line.from), "kind", v.kind, "term", v.term, "lang", string(v.lang),
		"seconds", s.cfg.now()().Sub(v.start).Round(100*time.Millisecond).Seconds(), "end", how)
}

// A damper lets one line through for each reason and interval, so that a flood
// does not fill the log.
type damper struct {
	mu   sync.Mutex
	next map[string]time.Time
}

func (d *damper) lets(what string, now time.Time) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	if now.Before(d.next[what]) {
		return false
	}
	if d.next == nil {
		d.next = map[string]time.Time{}
	}
	d.next[what] = now.Add(10 * time.Second)
	return true
}

// refused counts something turned away, and logs it now and then.
func (s *Server) refused(reason string) {
	s.metrics.refused(reason)
	if s.metrics.damper.lets(reason, s.cfg.now()()) {
		s.log.Warn("refused", "reason", reason)
	}
}

// where is the way to a panic: functions and lines, no values.
func where() string {
	pcs := make([]uintptr, 32)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)])
	var out []string
	for {
		f, more := frames.Next()
		if strings.HasPrefix(f.Function, "wangdai/") || len(out) == 0 && !strings.HasPrefix(f.Function, "runtime.") {
			out = append(out, fmt.Sprintf("%s:%d", path.Base(f.Function), f.Line))
		}
		if !more || len(out) == 8 {
			return strings.Join(out, " < ")
		}
	}
}
