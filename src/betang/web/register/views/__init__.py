"""The answers to every address of the register's pages."""
