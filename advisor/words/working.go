package words

// Working is how the calculators show their working, and what they say where
// there is none. Most are formats: the amounts and days in their blanks are
// written by the calculator in each language's way. The files working_*.go
// hold it.
var Working working

type working struct{}

// Event is what happened to a claim, as a limitation tells it.
func (working) Event(kind string) Pair {
	switch kind {
	case "demand":
		return Pair{"催款", "a demand"}
	case "paid":
		return Pair{"还了一部分", "a part payment"}
	case "promised":
		return Pair{"承诺还款", "a promise"}
	case "suit":
		return Pair{"起诉、仲裁或支付令", "a suit"}
	case "suit_end":
		return Pair{"诉讼、仲裁结束", "the end of the suit"}
	case "report":
		return Pair{"报案", "a police report"}
	case "report_end":
		return Pair{"刑事程序结束", "the end of the criminal case"}
	}
	return Pair{}
}
