package load

import (
	"go.yaml.in/yaml/v4"

	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// mostDepth is how deep an answer may be nested: an event in a list is two, and
// a file may hold the answers under a key.
const mostDepth = 4

// Referring is what is said of a place that stands for another.
func Referring() fact.Notice { return fact.NoticeOf(words.Load.Referring()) }

// Plain is what a node of YAML or JSON holds as [advisor.Base.DecodeAnswers]
// wants it: every scalar as the text that was written, so that 0123 stays 0123
// and 1234567.50 keeps its places; nil where nothing was written, or null. What
// cannot be an answer is told to bad, from the top, and is nil: one place that
// stands for another (a small file could stand for gigabytes), a name that
// stands twice, too much nesting.
func Plain(n *yaml.Node, bad func(at *yaml.Node, what fact.Notice)) any {
	return plainReader{func(at *yaml.Node, m words.Message) { bad(at, fact.NoticeOf(m)) }}.read(n, 0)
}

type plainReader struct {
	bad func(*yaml.Node, words.Message)
}

func (r plainReader) read(n *yaml.Node, depth int) any {
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		r.bad(n, words.Load.Referring())
		return nil
	case depth > mostDepth:
		r.bad(n, words.Load.TooDeep())
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
			r.bad(key, words.Load.Referring())
		case key.Kind != yaml.ScalarNode:
			r.bad(key, words.Load.NoName())
		case twice:
			name := fact.Shown(key.Value)
			r.bad(key, words.Load.NameTwice(name))
		}
		out[key.Value] = r.read(n.Content[i+1], depth+1)
	}
	return out
}
