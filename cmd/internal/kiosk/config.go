package kiosk

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/netip"
	"strconv"
	"strings"
	"time"

	"wangdai/advisor"
	"wangdai/advisor/fact"
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

	Lang   advisor.Lang         // for visitors who do not say
	Load   func() (*Law, error) // reads and checks the knowledge
	Today  func() fact.Date     // the visitors' day
	Now    func() time.Time     // for rates and durations; time.Now if nil
	Advise func(Advice) int     // `advise`: answers in, report out, exit status
	Log    *slog.Logger         // nothing is logged if nil

	// Tests shorten these and put in something that goes wrong on purpose.
	handshake, unused, countdown time.Duration
	wrap                         func(program) program
}

// An Advice is one run of `advise` for a visitor.
type Advice struct {
	In       io.Reader
	Out, Err io.Writer
	Base     *advisor.Base
	Today    fact.Date
	Lang     advisor.Lang
	Format   string
	Partial  bool
	Reported func(branch string) // told the branch of the report, for the count
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
	Help          advisor.Text
	Allowed       advisor.Text // what a value may be
	set           func(*Config, string) error
}

// Env is the environment variable of a setting.
func (s *Setting) Env() string {
	return "WANGDAI_" + strings.ToUpper(strings.ReplaceAll(s.Name, "-", "_"))
}

// Set puts a value into c. The error says nothing of the setting's name.
func (s *Setting) Set(c *Config, value string) error { return s.set(c, strings.TrimSpace(value)) }

var errRange = errors.New("out of range")

func number(min, max int, at func(*Config) *int) func(*Config, string) error {
	return func(c *Config, v string) error {
		n, err := strconv.Atoi(v)
		if err == nil && (n < min || n > max) {
			err = errRange
		}
		*at(c) = n
		return err
	}
}

func span(min, max time.Duration, at func(*Config) *time.Duration) func(*Config, string) error {
	return func(c *Config, v string) error {
		d, err := time.ParseDuration(v)
		if err == nil && (d < min || d > max) {
			err = errRange
		}
		*at(c) = d
		return err
	}
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

func file(at func(*Config) *string) func(*Config, string) error {
	return func(c *Config, v string) error { *at(c) = v; return nil }
}

func text(zh, en string) advisor.Text { return advisor.Text{ZH: zh, EN: en} }

func between(min, max any) advisor.Text {
	return text(fmt.Sprintf("%v 到 %v", min, max), fmt.Sprintf("%v to %v", min, max))
}

// Settings are all flags of the server, with their defaults: the one place.
func Settings() []Setting {
	return []Setting{
		{"listen", "127.0.0.1:2222", text("监听的地址；[::]:2222 对外开放", "address to listen on; [::]:2222 opens it to the world"),
			text("地址:端口，如 127.0.0.1:2222 或 [::]:2222", "address:port, such as 127.0.0.1:2222 or [::]:2222"),
			func(c *Config, v string) error {
				if v == "" {
					return errRange
				}
				return address(func(c *Config) *string { return &c.Listen })(c, v)
			}},
		{"host-key", "", text("主机密钥文件，没有就新建（默认在 $STATE_DIRECTORY 或用户配置目录）", "file of the host key, created if missing (default: in $STATE_DIRECTORY or the user's configuration)"),
			text("文件名", "a file name"), file(func(c *Config) *string { return &c.HostKey })},
		{"max-sessions", "200", text("同时最多多少位访客（每位约 1 MiB 内存）", "visitors at a time (each takes about 1 MiB)"),
			between(1, 100000), number(1, 100000, func(c *Config) *int { return &c.MaxSessions })},
		{"max-per-ip", "32", text("一个地址（IPv6 按 /64）同时最多多少个连接", "connections at a time from one address (IPv6: one /64)"),
			between(1, 100000), number(1, 100000, func(c *Config) *int { return &c.MaxPerIP })},
		{"rate", "1", text("一个地址每秒可新建几个连接（可先连续 20 个）", "new connections a second from one address (after a first 20)"),
			between(0.01, 10000), func(c *Config, v string) error {
				f, err := strconv.ParseFloat(v, 64)
				if err == nil && !(f >= 0.01 && f <= 10000) {
					err = errRange
				}
				c.Rate = f
				return err
			}},
		{"idle", "5m", text("多久没有按键就问“还在吗”", "without a key for this long, ask whether the visitor is still there"),
			between("10s", "2h"), span(10*time.Second, 2*time.Hour, func(c *Config) *time.Duration { return &c.Idle })},
		{"max-time", "2h", text("一个连接最长多久", "the longest a connection may last"),
			between("1m", "24h"), span(time.Minute, 24*time.Hour, func(c *Config) *time.Duration { return &c.MaxTime })},
		{"grace", "30s", text("停止时等访客多久", "how long a stopping server waits for its visitors"),
			between("0s", "1h"), span(0, time.Hour, func(c *Config) *time.Duration { return &c.Grace })},
		{"motd", "", text("连接时先显示的文字文件", "file of a text shown on connecting"),
			text("最多 2 KiB 的文本文件", "a text file of at most 2 KiB"), file(func(c *Config) *string { return &c.MOTD })},
		{"metrics", "", text("指标和健康检查的地址（/metrics、/healthz）；不要对外开放", "address of /metrics and /healthz; not for the world"),
			text("地址:端口，如 127.0.0.1:9222", "address:port, such as 127.0.0.1:9222"), address(func(c *Config) *string { return &c.Metrics })},
		{"proxy-from", "", text("前面的负载均衡器地址段（PROXY 协议 v2）；其他来源一律拒绝", "networks of the balancers in front (PROXY protocol v2); all others are refused"),
			text("地址或 CIDR，逗号分开，如 10.0.0.0/8", "addresses or CIDRs, comma-separated, such as 10.0.0.0/8"), networks},
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
