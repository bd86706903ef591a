"""The lists of delivery as plain tables: their columns, and what is said of their rows. They know no intake."""
