"""Everything that people and files bring comes in here.

It reads, repairs what is certain, and gives back what it cannot take. It promises that a row goes in, or comes back
with its reason; that what is not certain is said and never guessed; and that a batch that was stopped anywhere goes on
from there under its own id.
"""
