"""The frame round all screens: rail, top box, bottom line, help, curtain, scanner. Knows no screen by its inside."""
