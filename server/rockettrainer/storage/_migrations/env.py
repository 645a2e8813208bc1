"""Runs the migrations on the connection it is given, inside that connection's transaction."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    # SQLite can roll DDL back, whatever Alembic's default says.
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
