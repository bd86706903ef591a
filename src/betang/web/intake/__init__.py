"""The pages where a list goes in and comes back with what became of it."""
