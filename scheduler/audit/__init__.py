"""Judge any plan without the solver."""

from scheduler.audit.audit import audit as audit
from scheduler.audit.audit import breaches as breaches
from scheduler.audit.names import known_part as known_part
from scheduler.audit.waivers import waiver_uses as waiver_uses
