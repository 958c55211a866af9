"""Keying in what a disposition sheet says that came back: the form mirrors the paper, its keys are printed there.

`desk.ui.dispositions.capture.screen.open_capture` shows it over whatever screen is in front; nothing under it is lost.
"""
