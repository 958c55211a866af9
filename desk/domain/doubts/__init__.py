"""What a careful reader of a service-standard decree would query, found by rules that know no office.

A module a family of rules, a rule a small function from a service or an office to its doubts; `check` lists them all and
asks them. Standard library and `desk.domain` only; no rule reads a file, a clock or another office.
"""
