"""The tables: rows are added, never changed; the database itself refuses (see migrations)."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

FACTS = Table(
    "facts",
    METADATA,
    Column("id", Integer, primary_key=True),  # the order in which rows came
    Column("station", String, nullable=False),
    Column("file", String, nullable=False),
    Column("digest", String, nullable=False),
    Column("content", JSON, nullable=False),
    Column("added_at", DateTime(timezone=True), nullable=False),
    UniqueConstraint("station", "file", "digest"),
)

TEXTS = Table(
    "texts",
    METADATA,
    Column("digest", String, primary_key=True),
    Column("content", Text, nullable=False),
)

RUNS = Table(
    "runs",
    METADATA,
    Column("number", Integer, primary_key=True),  # the order in which runs came
    Column("id", String, nullable=False, unique=True),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("title", String, nullable=False),
    Column("station", String, nullable=False),
    Column("as_of", Date, nullable=False),
    Column("until", Date, nullable=False),
    Column("verdict", String, nullable=False),
    Column("goals", JSON, nullable=False),
    Column("versions", JSON, nullable=False),
    Column("document", Text, nullable=False),
)

RUN_INPUTS = Table(
    "run_inputs",
    METADATA,
    Column("run_id", String, ForeignKey("runs.id"), primary_key=True),
    Column("name", String, primary_key=True),
    Column("digest", String, ForeignKey("texts.digest"), nullable=False),
)
