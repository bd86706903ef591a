"""Every home that counts toward three million, whoever paid for it, with its permit and tax cases.

Promises that a home counts once, whoever reports it and however often; that a case never makes a home; and that what
is only reported as a number stays beside what is known home by home.
"""
