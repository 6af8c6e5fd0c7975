"""Whether a form stands, for a hub that judges what it was sent: the same evaluation, and nothing of it for a screen.

`forms.evaluation.evaluate_again` says what is wrong, where, and how each field is shown. A hub that takes in an action
only needs to know whether anything blocks, under the locks of its transaction and thousands of times an hour.
"""

from __future__ import annotations

from forms.checking import is_blocked
from forms.evaluation import answers_of, filtered_choices, places
from forms.pack import Pack
from forms.problems import Answers
from forms.reading import At, read_answers
from forms.settled import Circumstances, Settled


def stands(pack: Pack, sent: Answers, circumstances: Circumstances) -> bool:
    """Whether `evaluate_again` would find these answers complete.

    Raises:
        FormTooHeavy: the pack costs more than a form may cost; documents and remarks, which are not asked for here,
            cost nothing.
    """
    given = read_answers(pack, sent)
    if given.strangers:
        return False
    settled = Settled(pack, given, circumstances, as_given=True)
    settled.settle()
    asked = [at for at in places(pack, settled) if settled.is_relevant(at)]
    return not any(_is_blocked(settled, at) for at in asked) and answers_of(settled, asked) == sent


def _is_blocked(settled: Settled, at: At) -> bool:
    compiled = settled.pack.fields[at[0]]
    required = settled.holds(compiled.required, at, otherwise=True)
    if compiled.choice_filter is not None:
        filtered_choices(compiled, settled, at)  # a filter that fails for a choice nobody took blocks too
    return is_blocked(settled, at, required=required)
