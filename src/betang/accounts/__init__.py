"""People with keys to this node: users, the roles granted to them in an office and a region, and who opened what."""
