//go:build !linux

package main

import "os"

func nameless(string) (*os.File, func() error) { return nil, nil }
