package kiosk

import (
	"context"
	"errors"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/ssh"
	"github.com/charmbracelet/colorprofile"
	"golang.org/x/time/rate"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/tui"
)

// A visit is one session of one visitor. Nothing in it says who they are or
// what they answered.
type visit struct {
	s      *Server
	line   *line
	law    *Law
	start  time.Time
	cancel context.CancelFunc // ends the session's context
	kind   string             // tui, plain, export, advise, file, help, unknown
	term   string             // cleaned; "" without a terminal
	lang   advisor.Lang

	mu      sync.Mutex
	how     string // how it ended, if something of ours ended it
	w, h    int
	program *tea.Program // while one runs
	sizing  bool         // a window change is on its way to it
	notice  func()       // tells the visitor that the server stops
	out     io.Closer    // the channel
}

func visitOf(sess ssh.Session) *visit {
	v, _ := sess.Context().Value(visitKey).(*visit)
	return v
}

// end notes why a session ends; the first reason is the right one.
func (v *visit) end(how string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.how == "" {
		v.how = how
	}
}

func (v *visit) ended() string {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.how
}

// tell says that the server is about to stop.
func (v *visit) tell() {
	v.mu.Lock()
	p, notice := v.program, v.notice
	v.mu.Unlock()
	if p != nil {
		go p.Send(tui.Closing{}) // may wait for one who does not read
	} else if notice != nil {
		go notice()
	}
}

// finish ends a session from outside: the program restores the terminal.
func (v *visit) finish(how string) {
	v.end(how)
	v.mu.Lock()
	p, out := v.program, v.out
	v.mu.Unlock()
	if p != nil {
		go p.Quit()
	} else if out != nil {
		go out.Close()
	}
}

// pace is how often a window change is handed to the program: each costs a
// whole frame, and a dragged corner sends hundreds.
const pace = 30 * time.Millisecond

// resize notes the window's size; the last one of each pace arrives.
func (v *visit) resize(w, h int) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.w, v.h = w, h
	if v.program == nil || v.sizing {
		return
	}
	v.sizing = true
	time.AfterFunc(pace, func() {
		v.mu.Lock()
		v.sizing = false
		p, msg := v.program, tea.WindowSizeMsg{Width: v.w, Height: v.h}
		v.mu.Unlock()
		if p != nil {
			p.Send(msg)
		}
	})
}

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
		v := visitOf(sess)
		if !s.limits.sit() {
			s.refused(fullServer)
			v.end("full")
			v.say(sess, "现在访客太多，请过几分钟再来。紧急情况：报警 110，急救 120，心理援助 12356。", "Too many visitors just now; please come back in a few minutes. In danger: police 110, ambulance 120, someone to talk to 12356.")
			_ = sess.Exit(statusBusy)
			return
		}
		defer s.limits.rise()
		next(sess)
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

// A program is the interview as the guard sees it.
type program interface {
	tea.Model
	Left() bool
	Branch() string
}

// interview runs a visitor's own program on their terminal.
func (s *Server) interview(ssh.Handler) ssh.Handler {
	return func(sess ssh.Session) {
		v := visitOf(sess)
		v.kind = "tui"
		ctx := sess.Context()
		var app program = tui.New(tui.Deps{
			Home:         v.law.Home,
			Load:         func() (*advisor.Base, error) { return v.law.Base, nil },
			Today:        s.cfg.Today(),
			Lang:         v.lang,
			OfficialText: v.law.Official,
			Idle:         s.cfg.Idle,
			Done:         ctx.Done(),
		})
		if s.cfg.wrap != nil {
			app = s.cfg.wrap(app)
		}
		g := &guard{app: app, v: v, keyed: s.cfg.now()()}
		p := tea.NewProgram(g, s.options(sess, v)...)
		g.quit = func() { go p.Quit() }
		v.mu.Lock()
		v.program = p
		v.mu.Unlock()
		_, err := p.Run()
		v.mu.Lock()
		v.program = nil
		v.mu.Unlock()
		p.Kill()
		v.cancel() // the timers of the program end with it
		switch {
		case ctx.Err() != nil && v.ended() == "" && errors.Is(err, tea.ErrProgramKilled) && sess.Context().Err() != nil:
			v.end("lost")
		case app.Left():
			// Leaving is deleting: the screen and what can be scrolled back to.
			_, _ = io.WriteString(sess, "\x1b[H\x1b[2J\x1b[3J")
			if g.idle() {
				v.end("idle")
			}
			v.end("left")
		default:
			v.end("quit")
		}
	}
}

// options are a program's: bounded in size, fed by the session, and with the
// library's signal handlers off, of which every session would install its own.
func (s *Server) options(sess ssh.Session, v *visit) []tea.ProgramOption {
	env := append(sess.Environ(), "TERM="+v.term)
	profile := colorprofile.Env(env)
	if lookup(sess, "NO_COLOR") != "" {
		// The library reads a boolean; by the convention any value counts.
		profile = colorprofile.ASCII
	}
	v.mu.Lock()
	w, h := v.w, v.h
	v.mu.Unlock()
	m := &measured{Session: sess, v: v, feed: newFeed()}
	return []tea.ProgramOption{
		tea.WithInput(m), tea.WithOutput(m),
		tea.WithEnvironment(env), tea.WithColorProfile(profile), tea.WithWindowSize(w, h),
		tea.WithContext(sess.Context()), tea.WithoutSignalHandler(), tea.WithFilter(filter),
	}
}

// mostPaste is what is taken of a pasted text; no answer is longer.
const mostPaste = 512

// filter keeps from the program what no terminal of a visitor may ask for.
func filter(_ tea.Model, msg tea.Msg) tea.Msg {
	switch msg := msg.(type) {
	case tea.SuspendMsg:
		return nil // it would stop the server
	case tea.WindowSizeMsg:
		w, h := window(uint32(max(msg.Width, 0)), uint32(max(msg.Height, 0)))
		return tea.WindowSizeMsg{Width: w, Height: h}
	case tea.PasteMsg:
		if len(msg.Content) > mostPaste {
			msg.Content = strings.ToValidUTF8(msg.Content[:mostPaste], "")
		}
		return msg
	}
	return msg
}

// guard is the root of every visitor's program: what panics beneath it ends
// that program and nothing else. The library would print the message, with
// whatever it holds, on the server's standard error.
type guard struct {
	app    program
	v      *visit
	quit   func()
	keyed  time.Time // the last key
	branch string    // of the report already counted
	broken atomic.Bool
}

// Init begins the program.
func (g *guard) Init() (cmd tea.Cmd) {
	defer g.catch(&cmd)
	return g.shield(g.app.Init())
}

// Update hands a message on.
func (g *guard) Update(msg tea.Msg) (m tea.Model, cmd tea.Cmd) {
	m = g
	defer g.catch(&cmd)
	key := false
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		key, g.keyed = true, g.v.s.cfg.now()()
	}
	_, cmd = g.app.Update(msg)
	if key {
		g.count()
	}
	return g, g.shield(cmd)
}

// count counts a report the first time it is reached.
func (g *guard) count() {
	b := g.app.Branch()
	if b != "" && b != g.branch {
		g.v.s.metrics.reported(b)
	}
	g.branch = b
}

// View draws the program, or says that it broke.
func (g *guard) View() (view tea.View) {
	defer func() {
		if r := recover(); r != nil {
			g.fell()
			view = tea.NewView("")
			g.quit()
		}
	}()
	if g.broken.Load() {
		return tea.NewView("")
	}
	return g.app.View()
}

// idle reports whether the last key is as long ago as the limit.
func (g *guard) idle() bool { return g.v.s.cfg.now()().Sub(g.keyed) >= g.v.s.cfg.Idle }

func (g *guard) catch(cmd *tea.Cmd) {
	if r := recover(); r != nil {
		g.fell()
		*cmd = tea.Quit
	}
}

func (g *guard) fell() {
	g.broken.Store(true)
	g.v.end("panic")
	g.v.s.metrics.panics.Inc()
	g.v.s.log.Error("panic", "at", where())
}

// shield keeps what panics in a command inside the session as well.
func (g *guard) shield(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				g.fell()
				msg = tea.Quit()
			}
		}()
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i := range batch {
				batch[i] = g.shield(batch[i])
			}
		}
		return msg
	}
}

const (
	// feedRate and feedBurst bound what is read from one visitor, in bytes: a
	// person types a hundred a second at most and pastes a page at once.
	feedRate, feedBurst = 16 << 10, 32 << 10
	// mostFeed is all that is read in one session. The library collects a
	// paste until its end mark comes, which may be never.
	mostFeed = 4 << 20
)

func newFeed() *rate.Limiter { return rate.NewLimiter(feedRate, feedBurst) }

// measured is the visitor's end of a program: what it reads is bounded, and
// how long a key waits for its frame is counted.
type measured struct {
	ssh.Session
	v    *visit
	feed *rate.Limiter
	sum  int
	last atomic.Int64 // when the last key came, in nanoseconds; 0 when answered
	out  atomic.Bool  // the first frame is out
}

// Read takes what the visitor typed.
func (m *measured) Read(p []byte) (int, error) {
	n, err := m.Session.Read(p[:min(len(p), feedBurst)])
	if n > 0 {
		m.last.Store(m.v.s.cfg.now()().UnixNano())
		if m.sum += n; m.sum > mostFeed {
			m.v.end("flood")
			m.v.cancel()
			return 0, io.EOF
		}
		if m.feed.WaitN(m.Context(), n) != nil {
			return 0, io.EOF
		}
	}
	if errors.Is(err, io.EOF) {
		m.v.finish("lost") // nobody can type any more
	}
	return n, err
}

// leastFrame is more than what a program sends before its first frame: modes
// and questions to the terminal.
const leastFrame = 200

// Write sends a frame.
func (m *measured) Write(p []byte) (int, error) {
	n, err := m.Session.Write(p)
	now := m.v.s.cfg.now()()
	if !m.out.Load() {
		if len(p) >= leastFrame && m.out.CompareAndSwap(false, true) {
			m.last.Store(0)
			m.v.s.metrics.first.Update(now.Sub(m.v.line.start).Seconds())
		}
	} else if at := m.last.Swap(0); at != 0 {
		m.v.s.metrics.key.Update(float64(now.UnixNano()-at) / 1e9)
	}
	return n, err
}
