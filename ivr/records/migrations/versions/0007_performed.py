"""How each turn was heard, with the turn after it; audits tell apart what is short and what is not known."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_MEASURED: dict[str, Any] = {
    "answered": sa.Double(),
    "pause": sa.Double(),
    "interruptions": sa.Integer(),
}


def upgrade() -> None:
    """Of earlier calls nothing was measured: what their audits say of it was a guess, and goes."""
    op.add_column("turns", sa.Column("performed", sa.Text(), nullable=True))
    for name, kind in _MEASURED.items():
        op.drop_column("audits", name)
        op.add_column("audits", sa.Column(name, kind, nullable=True))


def downgrade() -> None:
    """What is not known counts as nothing again."""
    op.drop_column("turns", "performed")
    for name, kind in _MEASURED.items():
        op.drop_column("audits", name)
        op.add_column("audits", sa.Column(name, kind, nullable=False, server_default="0"))
