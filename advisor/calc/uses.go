package calc

// A Unit is how the knowledge must write what a calculator reads of it, so
// that 24 is never taken for 24%.
type Unit uint8

// The units, each with an example of its writing.
const (
	NoUnit     Unit = iota
	Count           // 4
	PerCent         // 24%
	DailyRate       // 0.0175% a day
	Amount          // 5000元
	YearsLong       // 3 years
	MonthsLong      // 6 months
	DaysLong        // 180 days
	OnDay           // 2020-08-20, under days
	FeeScale        // an entry under scales
	RateTable       // a table of published rates
)

// Example is a value written in that unit, or for what is no single value
// where it stands.
func (u Unit) Example() string {
	return [...]string{"", "4", "24%", "0.0175% a day", "5000元", "3 years", "6 months", "180 days",
		"2020-08-20 (days:)", "scales:", "rates:"}[u]
}

var units = map[string]Unit{
	"lpr": RateTable,

	"licensed_cap": PerCent, "criminal_rate_line": PerCent, "old_supported_rate": PerCent, "close_margin": PerCent,
	"budget_buffer":        PerCent,
	"private_cap_multiple": Count, "payment_order_part": Count, "large_breach_people": Count,
	"delayed_rate":       DailyRate,
	"court_fee_shown_to": Amount,

	"limitation_years": YearsLong, "limitation_outer": YearsLong, "limitation_old": YearsLong,
	"guarantee_old_unclear": YearsLong,
	"guarantee_default":     MonthsLong, "limitation_soon": DaysLong,

	"private_rule_from": OnDay, "lpr_cap_from": OnDay, "limitation_new_from": OnDay, "code_from": OnDay,
	"guarantee_old_from": OnDay,

	"property_fee": FeeScale, "preservation_fee": FeeScale, "enforcement_fee": FeeScale,
}

// UnitOf is the unit in which calculators read that name, or NoUnit where none
// reads it.
func UnitOf(name string) Unit { return units[name] }
