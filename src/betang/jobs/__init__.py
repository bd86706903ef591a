"""Long work: progress, cancel, lease, resume.

A job is a row. Whoever takes it holds a lease that runs out, so work that was cut off by a power cut is taken up again.
"""
