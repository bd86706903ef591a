"""How files become rows and rows become files again; nothing here knows the database."""
