"""What is said of a mistake, in both languages: one table a kind of rule, keyed by the rule's name or ``rule/case``."""

from .common import Message
from .fields import FIELDS
from .files import FILES

__all__ = ["MESSAGES", "Message"]

MESSAGES: dict[str, Message] = FILES | FIELDS
