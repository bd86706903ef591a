"""Pages of people: sign-in, switch, lock, users, grants, openings."""
