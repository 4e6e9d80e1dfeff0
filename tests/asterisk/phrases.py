"""What the bot of the tests' company says at each place, by the ids of its phrases."""

from __future__ import annotations

MENU = (
    "menu.choice.sales.1",
    "menu.choice.support.2",
    "menu.choice.billing.3",
    "menu.choice.info.4",
    "menu.person",
)
GREETING = ("greeting.company", "menu.language", "help.offer", *MENU)
SUPPORT_MENU = ("menu.person", "menu.back")
SUPPORT_GREETING = (
    "greeting.department.support",
    "introduction.support",
    "menu.language",
    "help.offer",
    *SUPPORT_MENU,
)
INFO = ("menu.choice.hours.1", "menu.choice.address.2", "menu.choice.warehouse.3", "menu.person", "menu.back")
MORE = ("more.offer", "more.yes", "more.no", "menu.person")
GOODBYE = ("closing.thanks", "closing.goodbye")
# What sales, support and billing offer instead.
OFFER = ("choice.message", "choice.callback", "menu.person", "menu.back")
WAIT = "connect.wait"
RECORDED = ("message.recorded", "message.send", "message.anew")
INVITED = ("message.invite", "message.end")


def connecting(department: str) -> tuple[str, str]:
    """What is said before a department rings."""
    return f"connect.department.{department}", WAIT
