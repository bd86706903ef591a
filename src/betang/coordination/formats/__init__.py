"""How meetings become papers and files, and files become meetings; nothing here knows the database."""
