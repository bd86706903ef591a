"""The pages people work with: translates a request into one command or some queries, and shows what came of it."""
