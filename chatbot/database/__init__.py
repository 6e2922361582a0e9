"""Where everything is kept: tables, migrations, repositories, and the store that runs a transaction."""
