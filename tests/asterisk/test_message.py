"""A caller leaves a message, and it is kept as it was said."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.asterisk

OFFER = ("choice.message", "menu.person", "menu.back")
