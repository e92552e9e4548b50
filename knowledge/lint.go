package knowledge

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"wangdai/advisor"
)

var (
	wideColon  = regexp.MustCompile(`^\s*(?:- )?[a-z_]+：`)
	noBlank    = regexp.MustCompile(`^\s*(?:- )?[a-z_]+:[^\s]`)
	dashNoGap  = regexp.MustCompile(`^\s*-[a-zA-Z_{\["]`)
	curlyValue = regexp.MustCompile(`^\s*(?:- )?[a-z_]+: *[“‘].*[”’]\s*$`)
	plainValue = regexp.MustCompile(`^(\s*(?:- )?[a-z_]+: +)([^|>"'\[{&*!%@\s#].*)$`)
	textKey    = regexp.MustCompile(`^\s*(?:- )?(?:zh|en|say|gap|name): `)
	braceText  = regexp.MustCompile(`^\s*(?:- )?(?:zh|en): +\{`)
	listComma  = regexp.MustCompile(`^\s*(?:- )?[a-z_]+: *\[[^\]"]*[，、][^\]]*\]?`)
	blockStart = regexp.MustCompile(`^(\s*)(?:- )?(?:[a-z_]+:\s*)?[|>][+-]?\s*(?:#.*)?$`)
)

// lint reads a file as text, line by line, and finds what a Chinese keyboard
// and YAML together do silently or word badly.
func (l *loader) lint(name, src string) {
	if !utf8.ValidString(src) {
		l.at(advisor.Pos{File: name, Line: 1, Col: 1}, "文件不是 UTF-8 编码", "用 UTF-8 另存", "the file is not UTF-8", "save it as UTF-8")
		return
	}
	block := -1 // indentation of the key whose block text we are in
	for i, line := range strings.Split(src, "\n") {
		at := func(col int, zh, zhFix, en, enFix string) {
			l.at(advisor.Pos{File: name, Line: i + 1, Col: col + 1}, zh, zhFix, en, enFix)
		}
		line = strings.TrimSuffix(line, "\r")
		for k, r := range []rune(line) {
			if hidden(r) {
				at(k, fmt.Sprintf("这一行有看不见的字符 U+%04X", r), "删掉重打这一处", fmt.Sprintf("an invisible character U+%04X", r), "delete it")
			}
		}
		indent := len(line) - len(strings.TrimLeft(line, " \t"))
		if strings.Contains(line[:indent], "\t") {
			at(strings.IndexByte(line, '\t'), "行首用了制表符（Tab）", "改成空格，每深一层两个空格", "a tab at the start of the line", "use blanks, two a level")
			continue
		}
		body := strings.TrimSpace(line)
		if body == "" || strings.HasPrefix(body, "#") {
			continue
		}
		if block >= 0 {
			if indent > block {
				continue
			}
			block = -1
		}
		if m := blockStart.FindStringSubmatch(line); m != nil {
			block = indent
		}
		switch {
		case wideColon.MatchString(line):
			k := utf8.RuneCountInString(line[:strings.Index(line, "：")])
			key := strings.Trim(strings.TrimSpace(line[:strings.Index(line, "：")]), "- ")
			at(k, key+" 后面是全角冒号“：”", "改成半角冒号加一个空格："+key+": ", "a full-width colon after "+key, "write "+key+": ")
		case curlyValue.MatchString(line):
			at(strings.IndexAny(line, "“‘"), "取值两边是中文引号", "去掉引号（取值不加引号）", "curly quotes around the value", "remove them")
		case listComma.MatchString(line):
			at(utf8.RuneCountInString(line[:strings.IndexAny(line, "，、")]), "方括号里用了全角逗号", "改成半角逗号加空格：[a, b]", "a full-width comma in the list", "write [a, b]")
		case braceText.MatchString(line):
			at(strings.Index(line, "{"), "文字不能以 { 开头", "在两边加半角双引号，或换成 |", "a text cannot begin with {", "put it in double quotes, or use |")
		case noBlank.MatchString(line):
			k := strings.Index(line, ":")
			key := strings.Trim(strings.TrimSpace(line[:k]), "- ")
			at(k+1, key+": 后面少一个空格", "写成 "+key+": …", "a blank is missing after "+key+":", "write "+key+": …")
		case dashNoGap.MatchString(line):
			at(indent+1, "短横线后面少一个空格", "写成“- ”", "a blank is missing after the dash", "write \"- \"")
		default:
			m := plainValue.FindStringSubmatchIndex(line)
			if m == nil {
				continue
			}
			v := line[m[4]:m[5]]
			if k := strings.Index(v, " #"); k >= 0 && (textKey.MatchString(line) || strings.ContainsFunc(v[:k], han)) {
				at(utf8.RuneCountInString(line[:m[4]+k])+1, "文字里有“空格+#”，后面的字会丢掉", "整段换成 | 另起一行，或去掉空格", "\" #\" cuts the text off", "use | and a block")
			} else if k := strings.Index(stripComment(v), ": "); k >= 0 {
				at(utf8.RuneCountInString(line[:m[4]+k]), "一行文字里又有“冒号+空格”", "整段换成 | 另起一行，或在两边加半角双引号", "a second \": \" in one line", "use | and a block, or double quotes")
			}
		}
	}
}

func stripComment(v string) string {
	if k := strings.Index(v, " #"); k >= 0 {
		return v[:k]
	}
	return v
}

func han(r rune) bool { return r >= 0x4e00 && r <= 0x9fff }

func hidden(r rune) bool {
	return r == 0xfeff || r >= 0x200b && r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2060 && r <= 0x2069 || r == 0x00a0 || r < 0x20 && r != '\t'
}
