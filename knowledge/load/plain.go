package load

import (
	"go.yaml.in/yaml/v4"

	"wangdai/advisor/fact"
)

// mostDepth is how deep an answer may be nested: an event in a list is two, and
// a file may hold the answers under a key.
const mostDepth = 4

// Referring is what is said of a place that stands for another.
var Referring = fact.Say("回答文件里不能用 &、* 和 <<", "把内容写出来，文字以这些符号开头的加半角双引号",
	"an answers file has no &, * or <<", "write the value out, and put a text that begins so in double quotes")

var (
	tooDeep = fact.Say("回答写得太复杂", "一个回答最多是一串“名字: 内容”",
		"this answer is too complicated", "an answer is at most a list of named parts")
	noName = fact.Say("冒号前面要是一个名字", "写成 问题: 回答",
		"a name belongs before the colon", "write question: answer")
)

// Plain is what a node of YAML or JSON holds as [advisor.Base.DecodeAnswers]
// wants it: every scalar as the text that was written, so that 0123 stays 0123
// and 1234567.50 keeps its places; nil where nothing was written, or null. What
// cannot be an answer is told to bad, from the top, and is nil: one place that
// stands for another (a small file could stand for gigabytes), a name that
// stands twice, too much nesting.
func Plain(n *yaml.Node, bad func(at *yaml.Node, what fact.Notice)) any {
	return plainReader{bad}.read(n, 0)
}

type plainReader struct {
	bad func(*yaml.Node, fact.Notice)
}

func (r plainReader) read(n *yaml.Node, depth int) any {
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		r.bad(n, Referring)
		return nil
	case depth > mostDepth:
		r.bad(n, tooDeep)
		return nil
	}
	switch n.Kind {
	case yaml.DocumentNode:
		if len(n.Content) == 1 {
			return r.read(n.Content[0], depth)
		}
		return nil
	case yaml.SequenceNode:
		out := []any{}
		for _, k := range n.Content {
			out = append(out, r.read(k, depth+1))
		}
		return out
	case yaml.MappingNode:
		return r.mapping(n, depth)
	}
	const written = yaml.SingleQuotedStyle | yaml.DoubleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
	if n.Style&written == 0 {
		switch n.Value {
		case "", "~", "null", "Null", "NULL":
			return nil
		}
	}
	return n.Value
}

func (r plainReader) mapping(n *yaml.Node, depth int) map[string]any {
	out := map[string]any{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		_, twice := out[key.Value]
		switch {
		case key.Kind == yaml.AliasNode, key.Anchor != "", key.Value == "<<" && key.Style == 0:
			r.bad(key, Referring)
		case key.Kind != yaml.ScalarNode:
			r.bad(key, noName)
		case twice:
			name := fact.Shown(key.Value)
			r.bad(key, fact.Say("“"+name+"”写了两次", "只留一个", name+" is written twice", "keep one"))
		}
		out[key.Value] = r.read(n.Content[i+1], depth+1)
	}
	return out
}
