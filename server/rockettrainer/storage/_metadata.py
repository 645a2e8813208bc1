"""What all tables share: naming of constraints, and types that mean the same in both dialects."""

from sqlalchemy import JSON, BigInteger, Integer, MetaData
from sqlalchemy.dialects.postgresql import JSONB

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""Every table. Constraints have names, so that a migration can change them."""

Id = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers rows by itself only where the type is INTEGER."""

Epoch = BigInteger
"""Seconds since 1970, UTC: the one form of a moment that both dialects compare alike."""

Json = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
