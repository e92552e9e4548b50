package calc

// specs are all calculators, one line each.
var specs = []Spec{
	realRate,         // rate.go
	cut,              // rate.go
	paidCheck,        // rate.go
	capSpec,          // cap.go
	overCap,          // cap.go
	balance,          // balance.go
	twoSegments,      // interest.go
	delayNoInterest,  // interest.go
	limitation,       // limitation.go
	limitationLender, // limitation.go
	guarantee,        // guarantee.go
	guaranteeLender,  // guarantee.go
	courtFee,         // fee.go
	courtCosts,       // fee.go
	netClaim,         // principal.go
	netCivil,         // principal.go
	budget,           // budget.go
	breachClock,      // breach.go
}

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
