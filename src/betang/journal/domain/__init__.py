"""The merge algebra of one entity, and the form of a commit. Pure."""
