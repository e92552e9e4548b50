// Package words is what the program itself says, in both languages. The law's
// words stand in the knowledge, not here.
package words
