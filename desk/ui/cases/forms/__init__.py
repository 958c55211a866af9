"""The forms of Berkas: what each act on a file asks, and what of the filled form its service is told. Without Qt.

`form` is what all are made of; `steps`, `sending`, `endings` and `writing` describe one action each; `FORMS` has them
all. `desk.ui.cases.form_view` shows any of them.
"""

from __future__ import annotations

from collections.abc import Mapping

from desk.ui.cases.forms.endings import ENDINGS
from desk.ui.cases.forms.form import FormKind
from desk.ui.cases.forms.sending import SENDING
from desk.ui.cases.forms.steps import STEPS
from desk.ui.cases.forms.writing import WRITING

FORMS: Mapping[str, FormKind] = {**STEPS, **SENDING, **ENDINGS, **WRITING}
"""The form of every action that asks something. `resume` and `take_back` ask nothing; `resubmit` is Loket's."""
