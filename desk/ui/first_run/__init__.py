"""The first minute of a new counter: which office, what the counter is called, who sits there."""
