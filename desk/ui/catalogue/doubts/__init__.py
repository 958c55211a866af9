"""What a careful reader of the office's standards would query: in the margin of a standard, and all in one list.

Without Qt: `finding` (where a doubt stands, of which family it is), `presenter`. With it: `note`, `view`.
"""
