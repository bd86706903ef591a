"""The pages on which two lists are laid side by side."""
