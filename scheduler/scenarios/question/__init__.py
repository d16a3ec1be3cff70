"""Questions to a plan in plain words, turned into what-if files.

``documents.questions`` has the language.
"""

from scheduler.scenarios.question.question import Question as Question
from scheduler.scenarios.question.question import read_question as read_question
