"""Replays remember what their files were called.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Adds the column; of replays that are there already no name is known."""
    comment = "as it was handed in; null if it had none"
    op.add_column("replays", sa.Column("file_name", sa.Text(), comment=comment))
