package calc

// specs are all calculators, one line each.
var specs = []Spec{}

// Specs lists all calculators.
func Specs() []Spec { return specs }

// Lookup is the calculator of that name.
func Lookup(name string) (Spec, bool) {
	for _, s := range specs {
		if s.Name == name {
			return s, true
		}
	}
	return Spec{}, false
}
