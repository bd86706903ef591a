"""One program for each figure that the README claims; each prints its figures as JSON on the last line of stdout."""
