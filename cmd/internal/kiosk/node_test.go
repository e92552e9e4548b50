package kiosk

func childNode() {}
