"""The answers to every address of the pages of delivery."""
