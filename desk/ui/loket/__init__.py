"""Loket, the intake screen: a service found, papers ticked, a person written down, a slip in the hand.

Without Qt, and tested without a window: `form` (what was typed, as one value), `reading` (typed text → intake and
problems), `ticking` (papers ticked, kept when the service changes), `rows` (the checklist as it is shown), `verdict`
(complete or not, and until when), `offers` (what Desk knows and offers), `roster` (a list of victims pasted), `acts`
(what the screen asks of the services), `presenter` (one form), `counterdesk` (all forms that are open).
With Qt: `page` and the views that it is made of. `screen.build` joins both.
"""
