"""The command line: words in, one act, an answer out. The contract is docs/cli.md.

Lives here: the parser, one small function a command, and how answers are said.
May import: print, services, domain, the leaves. Must not: know the window, SQL or Qt; decide what an officer may do.
"""
