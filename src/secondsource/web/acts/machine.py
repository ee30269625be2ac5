"""What the machine alone makes of the ledger, to stand beside what people decided."""

from collections import OrderedDict
from threading import Lock

from secondsource.linking.link import link
from secondsource.model.linked import Linked
from secondsource.web.analyst.state import State

_MOST = 2
_kept: OrderedDict[object, Linked] = OrderedDict()
_lock = Lock()


def machine_alone(state: State) -> Linked:
    """Return the reports linked without any judgement; the last answers are kept, since linking takes long."""
    if not state.held.judgements:
        return state.linked
    # What was decided is left out: the same reports and readings give the same answer.
    key = state.held.fingerprint[0]
    with _lock:
        if key not in _kept:
            _kept[key] = link(state.held.reports, state.held.readings)
            while len(_kept) > _MOST:
                _kept.popitem(last=False)
        return _kept[key]
