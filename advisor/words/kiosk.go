package words

// Kiosk is what the SSH server says: to visitors outside the interview, and to
// its operator about its settings.
type Kiosk struct {
	NoCommand, TooLong string // what there is; what to do instead
	Full               string // whom those in danger call
	Closing            string
	StillThere         string
	NoTerminal         string // leave out -t
	FromInput          string
	FetchOnly, NoFile  string
	Help               string // formats, joined by bars
	Settings           map[string]Setting
	Between            string // least, most
}

// A Setting is what is said of one setting of the server.
type Setting struct {
	Help    string
	Allowed string // what a value may be; "" where two numbers say it
}

var kioskZH = Kiosk{
	NoCommand:  "没有这个命令。可用：plain（逐行问答）、export 续答码、advise < 回答文件、help。",
	TooLong:    "这条命令太长。续答码可以从标准输入给：ssh 主机 export - < 续答码.txt",
	Full:       "现在访客太多，请过几分钟再来。紧急情况：%s。",
	Closing:    "服务器即将停止；请记下续答码（v 显示建议和续答码），稍后可以接着回答。",
	StillThere: "还在吗？一分钟内没有输入就结束，不保留任何回答。",
	NoTerminal: "请不要加 -t：终端会改动文件的换行",
	FromInput:  "回答从标准输入读：advise < 回答.yaml",
	FetchOnly:  "只能取，不能存", NoFile: "没有这个文件；写成 续答码.md",
	Help: `网贷法律顾问（SSH）。不问姓名，不要密码，不保存任何回答。

  ssh 主机                                   问答（需要终端；一定要终端时用 ssh -t）
  ssh en@主机                                英文
  ssh 主机 plain                             逐行问答：读屏软件、管道、哑终端（也可 ssh plain@主机）
  ssh 主机 export 续答码 > 建议.md           用续答码取意见书；--format %s，--lang zh|en，--full 全部写出
  ssh 主机 export - < 续答码.txt > 建议.md   同上，续答码很长时从标准输入给
  ssh 主机 advise < 回答.yaml                给回答，出意见书；--format、--lang、--full，--ask 一问（可写几个），--partial 缺的留着不问
  scp 主机:续答码.md 建议.md                 同 export；扩展名就是格式（旧版用 scp -O）
  ssh 主机 help                              这一页

退出状态：0 完成；1 失败；2 输入有误；3 还有问题没有回答；75 现在太忙；127 没有这个命令。
`,
	Between: "%v 到 %v",
	Settings: map[string]Setting{
		"listen":       {"监听的地址；[::]:2222 对外开放", "地址:端口，如 127.0.0.1:2222 或 [::]:2222"},
		"host-key":     {"主机密钥文件，没有就新建（默认在 $STATE_DIRECTORY 或用户配置目录）", "文件名"},
		"max-sessions": {"同时最多多少位访客（每位约 1 MiB 内存）", ""},
		"max-per-ip":   {"一个地址（IPv6 按 /64）同时最多多少个连接", ""},
		"rate":         {"一个地址每秒可新建几个连接（可先连续 20 个）", ""},
		"idle":         {"多久没有按键就问“还在吗”", ""},
		"max-time":     {"一个连接最长多久", ""},
		"grace":        {"停止时等访客多久", ""},
		"motd":         {"连接时先显示的文字文件", "最多 2 KiB 的文本文件"},
		"metrics":      {"指标和健康检查的地址（/metrics、/healthz）；不要对外开放", "地址:端口，如 127.0.0.1:9222"},
		"proxy-from": {"前面的负载均衡器地址段（PROXY 协议 v2）；其他来源一律拒绝",
			"地址或 CIDR，逗号分开，如 10.0.0.0/8"},
	},
}

var kioskEN = Kiosk{
	NoCommand:  "No such command. There are: plain (line by line), export CODE, advise < answers.yaml, help.",
	TooLong:    "This command is too long. A code can come on standard input: ssh HOST export - < code.txt",
	Full:       "Too many visitors just now; please come back in a few minutes. In danger: %s.",
	Closing:    "The server is about to stop. Note the code (v shows the advice with its code) and go on later.",
	StillThere: "Still there? Without a line within a minute this ends, and no answer is kept.",
	NoTerminal: "leave out -t: a terminal would change the line ends of the file",
	FromInput:  "the answers are read from standard input: advise < answers.yaml",
	FetchOnly:  "files can be fetched, not stored", NoFile: "no such file; ask for CODE.md",
	Help: `The legal advisor over SSH. It asks no name and no password, and keeps no answer.

  ssh HOST                                   the interview (needs a terminal; ssh -t asks for one)
  ssh en@HOST                                in English
  ssh HOST plain                             line by line: screen readers, pipes, dumb terminals (or ssh plain@HOST)
  ssh HOST export CODE > advice.md           the report from a code; --format %s, --lang zh|en, --full says everything in full
  ssh HOST export - < code.txt > advice.md   the same with a long code, on standard input
  ssh HOST advise < answers.yaml             answers in, report out; --format, --lang, --full, --ask ID (repeatable), --partial leaves what is missing open
  scp HOST:CODE.md advice.md                 the same as export; the ending is the format (older clients: scp -O)
  ssh HOST help                              this page

Exit status: 0 done; 1 failed; 2 wrong input; 3 answers missing; 75 too busy; 127 no such command.
`,
	Between: "%v to %v",
	Settings: map[string]Setting{
		"listen": {"address to listen on; [::]:2222 opens it to the world",
			"address:port, such as 127.0.0.1:2222 or [::]:2222"},
		"host-key": {"file of the host key, created if missing (default: in $STATE_DIRECTORY or the user's " +
			"configuration)", "a file name"},
		"max-sessions": {"visitors at a time (each takes about 1 MiB)", ""},
		"max-per-ip":   {"connections at a time from one address (IPv6: one /64)", ""},
		"rate":         {"new connections a second from one address (after a first 20)", ""},
		"idle":         {"without a key for this long, ask whether the visitor is still there", ""},
		"max-time":     {"the longest a connection may last", ""},
		"grace":        {"how long a stopping server waits for its visitors", ""},
		"motd":         {"file of a text shown on connecting", "a text file of at most 2 KiB"},
		"metrics":      {"address of /metrics and /healthz; not for the world", "address:port, such as 127.0.0.1:9222"},
		"proxy-from": {"networks of the balancers in front (PROXY protocol v2); all others are refused",
			"addresses or CIDRs, comma-separated, such as 10.0.0.0/8"},
	},
}

// KioskIn is these words in a language: zh or en.
func KioskIn(lang string) *Kiosk {
	if lang == "en" {
		return &kioskEN
	}
	return &kioskZH
}
