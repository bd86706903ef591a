"""In which part of the list does a record of planning travel?"""

_REGENCY = 5  # letters of a regency's code


def partition_of(region_code: str) -> str:
    """The regency; what a province or the nation plans travels by itself."""
    return region_code[:_REGENCY]
