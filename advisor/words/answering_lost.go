package words

import (
	"fmt"
)

// What of an older code or file could not be taken.

func (answering) AskNumber(n int) Pair {
	return Pair{fmt.Sprintf("第 %d 号", n), fmt.Sprintf("number %d", n)}
}

func (answering) WhatYouAsk() Pair { return Pair{"想知道的一问", "what you want to know"} }

func (answering) NoSuchAskHere() Pair {
	return Pair{"这个程序里没有这一问；请重新选", "this program has no such ask; please choose again"}
}

func (answering) NoLongerAsked() Pair {
	return Pair{"现在不再问这个问题", "this is no longer asked"}
}

func (answering) OtherKindNow() Pair {
	return Pair{"这个问题现在要另一种回答", "this now takes another kind of answer"}
}

func (answering) OptionGone() Pair {
	return Pair{"现在没有这个选项", "there is no such option now"}
}

func (answering) NoKeyHere(key string) Pair {
	return Pair{"这里没有 " + key + ":", "there is no " + key + ": here"}
}
