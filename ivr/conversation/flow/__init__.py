"""Pictures of what can happen on the telephone: the conversation's table, and a company's menus.

They are drawn from what the product runs on, so they cannot tell anything else than it does.
"""

from __future__ import annotations

from ivr.company.models import Company
from ivr.conversation.flow import conversation, menus
from ivr.conversation.flow.conversation import Calls, Table
from ivr.conversation.flow.picture import mermaid_chart, mermaid_states
from ivr.conversation.flow.picture import svg as drawn


def mermaid(table: Table, calls: Calls = Calls.INBOUND) -> str:
    """The conversation's table, as far as it is for those calls, as a Mermaid state diagram."""
    return mermaid_states(conversation.picture(table, calls))


def svg(table: Table, calls: Calls = Calls.INBOUND) -> str:
    """The same as an SVG document. Raises OperatorError where there is no Graphviz."""
    return drawn(conversation.picture(table, calls))


def mermaid_menus(company: Company, language: str) -> str:
    """The numbers, menus, departments and answers of a company as a Mermaid flowchart."""
    return mermaid_chart(menus.picture(company, language))


def svg_menus(company: Company, language: str) -> str:
    """The same as an SVG document. Raises OperatorError where there is no Graphviz."""
    return drawn(menus.picture(company, language))
