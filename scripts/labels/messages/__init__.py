"""What is said of a mistake, in both languages: one table a kind of rule, keyed by the rule's name or ``rule/case``."""

from .common import Message
from .content import CONTENT
from .fields import FIELDS
from .files import FILES
from .living import LIVING
from .references import REFERENCES
from .sentences import SENTENCES
from .yaml import YAML

__all__ = ["MESSAGES", "OF_RULES", "SENTENCES", "Message"]

OF_RULES: dict[str, Message] = REFERENCES | CONTENT | LIVING  # of the rules that records keep among themselves
MESSAGES: dict[str, Message] = FILES | YAML | FIELDS | OF_RULES
