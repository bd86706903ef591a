"""The pages that make an empty home the node of an office, open only to whoever started it."""
