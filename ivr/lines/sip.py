"""What a SIP status means to the product; every line that comes to know one reads it here."""

from __future__ import annotations

from collections.abc import Mapping

from ivr.company.disposition import Disposition

# What the other side refused with, by SIP status (RFC 3261, section 21; 607 and 608: RFC 8197, RFC 8688).
# Those of the provider's own refusals (401, 402, 403, 407, 488, 606) never reached the person.
REFUSALS: Mapping[int, Disposition] = {
    **dict.fromkeys((400, 401, 402, 403, 405, 407, 415, 420, 488, 606), Disposition.FAILED),
    **dict.fromkeys((404, 410, 414, 416, 484, 485, 604), Disposition.INVALID_NUMBER),
    **dict.fromkeys((486, 600), Disposition.BUSY),
    **dict.fromkeys((603, 607, 608), Disposition.DECLINED),
}  # every other one, 480 and 408 and 5xx among them, says only that nobody was reached
