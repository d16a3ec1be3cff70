"""The use cases: each a straight line from files to an answer."""

from scheduler.planning.accepting import Acceptance as Acceptance
from scheduler.planning.accepting import accept as accept
from scheduler.planning.accepting import fact_files as fact_files
from scheduler.planning.accepting import finish_earlier as finish_earlier
from scheduler.planning.accepting import publish as publish
from scheduler.planning.case import Case as Case
from scheduler.planning.case import case_of_run as case_of_run
from scheduler.planning.case import case_of_texts as case_of_texts
from scheduler.planning.case import fact_folder as fact_folder
from scheduler.planning.case import read_case as read_case
from scheduler.planning.checking import Judgement as Judgement
from scheduler.planning.checking import judge as judge
from scheduler.planning.comparing import compare as compare
from scheduler.planning.explaining import asked_case as asked_case
from scheduler.planning.explaining import explain as explain
from scheduler.planning.explaining import why_not as why_not
from scheduler.planning.keeping import keep as keep
from scheduler.planning.limits import Limits as Limits
from scheduler.planning.past import Past as Past
from scheduler.planning.past import audit_history as audit_history
from scheduler.planning.past import read_past as read_past
from scheduler.planning.planning import plan as plan
from scheduler.planning.reasons import Wanted as Wanted
from scheduler.planning.replaying import find_replay as find_replay
from scheduler.planning.replaying import replay as replay
from scheduler.planning.replaying import replay_cases as replay_cases
