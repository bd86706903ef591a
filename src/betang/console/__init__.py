"""The command line: what operators and scripts ask of a node.

It translates words into one command or one question of a room, answers on paper or as JSON, and knows nothing else. No
room knows it.
"""
