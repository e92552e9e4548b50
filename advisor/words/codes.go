package words

// Codes is what is said of the codes that carry answers on paper.
var Codes codes

type codes struct{}

// What is wrong at a place of a code.

func (codes) Miscopied() Pair { return Pair{"抄错了", "a character was copied wrongly"} }

func (codes) Swapped() Pair { return Pair{"和后一个颠倒了", "two characters were swapped"} }

func (codes) Surplus() Pair { return Pair{"多出来了", "there is a character too many"} }

func (codes) Missing() Pair {
	return Pair{"前后漏了一个字符", "a character is missing thereabouts"}
}
