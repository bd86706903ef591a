"""Region codes, agency kinds and the policy of authority. Pure."""
