package main

import (
	"context"
	"errors"
	"log/slog"
	"math"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"syscall"
	"time"

	"charm.land/log/v2"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"wangdai/advisor/fact"
	"wangdai/cmd/internal/hall"
	"wangdai/cmd/internal/kiosk"
)

func (a *app) serveCommand() *cobra.Command {
	settings := kiosk.Settings()
	values := make([]string, len(settings))
	c := &cobra.Command{Use: "serve", Args: a.takes(0, 0), RunE: func(c *cobra.Command, _ []string) error {
		cfg, err := a.settings(c, settings, values)
		if err != nil {
			return err
		}
		return a.serve(cfg)
	}}
	for i, s := range settings {
		c.Flags().StringVar(&values[i], s.Name, s.Default, s.Help(a.speech))
	}
	return c
}

// settings takes each from its flag, else from the environment, else its
// default.
func (a *app) settings(c *cobra.Command, settings []kiosk.Setting, values []string) (kiosk.Config, error) {
	var cfg kiosk.Config
	for i := range settings {
		s, v, name := &settings[i], values[i], "--"+settings[i].Name
		if e := a.getenv(s.Env()); e != "" && !c.Flags().Changed(s.Name) {
			v, name = e, s.Env()
		}
		if err := s.Set(&cfg, v); err != nil {
			return cfg, hall.Wrong("%s %s: %s", name, fact.Shown(v), s.Allowed(a.speech))
		}
	}
	if cfg.HostKey == "" {
		key, err := a.hostKey()
		if err != nil {
			return cfg, err
		}
		cfg.HostKey = key
	}
	cfg.Lang = a.speech
	cfg.Load = a.loadLaw
	cfg.Today = a.visitorsDay
	cfg.Log = a.logger()
	return cfg, nil
}

// hostKey is where the host key lives when nobody says: systemd's place for a
// service, else the user's configuration.
func (a *app) hostKey() (string, error) {
	dir := a.getenv("STATE_DIRECTORY")
	if dir == "" {
		d, err := os.UserConfigDir()
		if err != nil {
			return "", hall.Wrong("%s", a.words().Keep.NoKeyHome)
		}
		dir = filepath.Join(d, "wangdai")
	}
	return filepath.Join(dir, "host_ed25519"), nil
}

// visitorsDay is the day of each visitor: --date, else today, however long the server
// has been running.
func (a *app) visitorsDay() fact.Date {
	if a.date != "" {
		return a.today
	}
	y, m, d := time.Now().Date()
	return fact.NewDate(y, int(m), d)
}

// loadLaw reads what --knowledge and --law-texts name, anew each time.
func (a *app) loadLaw() (*kiosk.Law, error) {
	b, err := a.base()
	if err != nil {
		return nil, err
	}
	home, err := a.home()
	if err != nil {
		return nil, err
	}
	law := &kiosk.Law{Base: b, Home: home}
	if a.lawTexts != "" {
		law.Official = func(id, article string) string {
			if l := b.Law(id); l != nil {
				return a.officialText(l, article)
			}
			return ""
		}
	}
	return law, nil
}

// logger writes for a person on a terminal, else JSON a line.
func (a *app) logger() *slog.Logger {
	if f, ok := a.err.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return slog.New(log.NewWithOptions(f, log.Options{ReportTimestamp: true, TimeFormat: time.DateTime}))
	}
	return slog.New(slog.NewJSONHandler(a.err, nil))
}

const (
	// ownMemory is what a server takes without visitors, with room for a
	// reload; perVisitor is twice what one was measured to take.
	ownMemory  = 160 << 20
	perVisitor = 2 << 20
)

// serve runs until SIGTERM or SIGINT.
func (a *app) serve(cfg kiosk.Config) error {
	// The limits that main sets are for a program of one answer.
	if a.getenv("GOGC") == "" {
		debug.SetGCPercent(100)
	}
	if a.getenv("GOMEMLIMIT") == "" && debug.SetMemoryLimit(-1) == math.MaxInt64 {
		debug.SetMemoryLimit(ownMemory + int64(cfg.MaxSessions)*perVisitor)
	}
	slog.SetDefault(slog.New(kiosk.Scrub(cfg.Log.Handler()))) // what the SSH library says
	s, err := kiosk.New(cfg)
	if err != nil {
		return a.badSetting(err)
	}
	l, err := s.Listen()
	if err != nil {
		return a.badSetting(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if err := pages(ctx, s, cfg.Metrics); err != nil {
		return a.badSetting(err)
	}
	// Signals are heard from before the first visitor is: one that comes as soon
	// as the log says "serving" must not be lost.
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, syscall.SIGTERM, os.Interrupt, syscall.SIGHUP)
	defer signal.Stop(signals)
	done := make(chan error, 1)
	go func() { done <- s.Serve(l) }()
	return a.attend(s, cfg, done, signals)
}

// badSetting names the setting that the server cannot be opened with.
func (a *app) badSetting(err error) error {
	var wrong *kiosk.SettingError
	if !errors.As(err, &wrong) {
		return err
	}
	for _, s := range kiosk.Settings() {
		if s.Name == wrong.Name && errors.Is(err, kiosk.ErrRange) {
			return hall.Wrong("--%s %s: %s", wrong.Name, fact.Shown(wrong.Value), s.Allowed(a.speech))
		}
	}
	return hall.Wrong("--%s %s: %s", wrong.Name, fact.Shown(wrong.Value), hall.Words(wrong.Err, a.speech))
}

func pages(ctx context.Context, s *kiosk.Server, addr string) error {
	if addr == "" {
		return nil
	}
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return &kiosk.SettingError{Name: "metrics", Value: addr, Err: err}
	}
	slog.Info("metrics", "listen", l.Addr().String())
	go func() {
		if err := s.ServePages(ctx, l); err != nil {
			slog.Error("metrics", "err", err)
		}
	}()
	return nil
}

// attend waits for signals until the server has ended.
func (a *app) attend(s *kiosk.Server, cfg kiosk.Config, done <-chan error, signals <-chan os.Signal) error {
	for {
		select {
		case err := <-done:
			if err != nil {
				return a.failed("", err)
			}
			return nil
		case sig := <-signals:
			if sig == syscall.SIGHUP {
				s.TryReload()
				continue
			}
			a.stop(s, cfg.Grace, signals)
			return nil
		}
	}
}

// stop waits for the visitors as long as the grace lasts, or until it is told
// to stop a second time.
func (a *app) stop(s *kiosk.Server, grace time.Duration, again <-chan os.Signal) {
	ctx, cancel := context.WithTimeout(context.Background(), grace)
	defer cancel()
	go func() {
		for sig := range again {
			if sig != syscall.SIGHUP {
				cancel()
				return
			}
		}
	}()
	s.Shutdown(ctx)
}
