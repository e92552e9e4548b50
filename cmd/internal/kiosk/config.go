package kiosk

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"strconv"
	"strings"
	"time"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// Config is everything a server is told. The first part comes from the flags
// ([Settings]); the rest is wired by the command.
type Config struct {
	Listen      string         // address and port
	HostKey     string         // file of the private key, created if missing
	MaxSessions int            // visitors at a time
	MaxPerIP    int            // connections at a time from one address
	Rate        float64        // new connections a second from one address
	Idle        time.Duration  // without a key, until the visitor is asked
	MaxTime     time.Duration  // longest connection
	Grace       time.Duration  // how long a stopping server waits for visitors
	MOTD        string         // file of a text shown before the interview
	Metrics     string         // address of /metrics and /healthz, or ""
	ProxyFrom   []netip.Prefix // balancers that speak the PROXY protocol

	Lang  advisor.Lang         // for visitors who do not say
	Load  func() (*Law, error) // reads and checks the knowledge
	Today func() fact.Date     // the visitors' day
	Now   func() time.Time     // for rates and durations; time.Now if nil
	Log   *slog.Logger         // nothing is logged if nil

	// Tests shorten these and put in something that goes wrong on purpose.
	handshake, unused, countdown time.Duration
	wrap                         func(program) program
}

func (c *Config) now() func() time.Time {
	if c.Now != nil {
		return c.Now
	}
	return time.Now
}

// A Setting is one flag of `wangdai serve`; WANGDAI_ and its name in capitals
// is the same from the environment.
type Setting struct {
	Name, Default string
	least, most   any // of numbers and times
	set           func(*Config, string) error
}

// Help says what a setting is for.
func (s *Setting) Help(l advisor.Lang) string { return words.KioskIn(string(l)).Settings[s.Name].Help }

// Allowed says what its value may be.
func (s *Setting) Allowed(l advisor.Lang) string {
	w := words.KioskIn(string(l))
	if a := w.Settings[s.Name].Allowed; a != "" {
		return a
	}
	return fmt.Sprintf(w.Between, s.least, s.most)
}

// Env is the environment variable of a setting.
func (s *Setting) Env() string {
	return "WANGDAI_" + strings.ToUpper(strings.ReplaceAll(s.Name, "-", "_"))
}

// Set puts a value into c. The error says nothing of the setting's name.
func (s *Setting) Set(c *Config, value string) error { return s.set(c, strings.TrimSpace(value)) }

// ErrRange is a value that a setting does not allow.
var ErrRange = errors.New("out of range")

// A SettingError is a setting that a server cannot be opened with.
type SettingError struct {
	Name, Value string
	Err         error
}

func (e *SettingError) Error() string { return "--" + e.Name + " " + e.Value + ": " + e.Err.Error() }
func (e *SettingError) Unwrap() error { return e.Err }

func number(name, def string, least, most int, at func(*Config) *int) Setting {
	return Setting{name, def, least, most, func(c *Config, v string) error {
		n, err := strconv.Atoi(v)
		if err == nil && (n < least || n > most) {
			err = ErrRange
		}
		*at(c) = n
		return err
	}}
}

// span is a setting of time; its bounds are shown as they are written here.
func span(name, def, least, most string, at func(*Config) *time.Duration) Setting {
	lo, _ := time.ParseDuration(least)
	hi, _ := time.ParseDuration(most)
	return Setting{name, def, least, most, func(c *Config, v string) error {
		d, err := time.ParseDuration(v)
		if err == nil && (d < lo || d > hi) {
			err = ErrRange
		}
		*at(c) = d
		return err
	}}
}

func address(at func(*Config) *string) func(*Config, string) error {
	return func(c *Config, v string) error {
		*at(c) = v
		if v == "" {
			return nil
		}
		host, port, err := net.SplitHostPort(v)
		if err != nil {
			return err
		}
		if _, err := netip.ParseAddr(host); err != nil && host != "localhost" && host != "" {
			return err
		}
		_, err = strconv.ParseUint(port, 10, 16)
		return err
	}
}

// Settings are all flags of the server, with their defaults: the one place.
func Settings() []Setting {
	text := func(name, def string, set func(*Config, string) error) Setting {
		return Setting{Name: name, Default: def, set: set}
	}
	file := func(at func(*Config) *string) func(*Config, string) error {
		return func(c *Config, v string) error { *at(c) = v; return nil }
	}
	return []Setting{
		text("listen", "127.0.0.1:2222", func(c *Config, v string) error {
			if v == "" {
				return ErrRange
			}
			return address(func(c *Config) *string { return &c.Listen })(c, v)
		}),
		text("host-key", "", file(func(c *Config) *string { return &c.HostKey })),
		number("max-sessions", "200", 1, 100000, func(c *Config) *int { return &c.MaxSessions }),
		number("max-per-ip", "32", 1, 100000, func(c *Config) *int { return &c.MaxPerIP }),
		{"rate", "1", 0.01, 10000, func(c *Config, v string) error {
			f, err := strconv.ParseFloat(v, 64)
			if err == nil && !(f >= 0.01 && f <= 10000) {
				err = ErrRange
			}
			c.Rate = f
			return err
		}},
		span("idle", "5m", "10s", "2h", func(c *Config) *time.Duration { return &c.Idle }),
		span("max-time", "2h", "1m", "24h", func(c *Config) *time.Duration { return &c.MaxTime }),
		span("grace", "30s", "0s", "1h", func(c *Config) *time.Duration { return &c.Grace }),
		text("motd", "", file(func(c *Config) *string { return &c.MOTD })),
		text("metrics", "", address(func(c *Config) *string { return &c.Metrics })),
		text("proxy-from", "", networks),
	}
}

func networks(c *Config, v string) error {
	c.ProxyFrom = nil
	for _, x := range strings.FieldsFunc(v, func(r rune) bool { return r == ',' || r == ' ' }) {
		p, err := netip.ParsePrefix(x)
		if err != nil {
			a, aerr := netip.ParseAddr(x)
			if aerr != nil {
				return err
			}
			p = netip.PrefixFrom(a, a.BitLen())
		}
		c.ProxyFrom = append(c.ProxyFrom, p.Masked())
	}
	return nil
}
