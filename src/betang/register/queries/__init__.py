"""Every question that is asked of the register."""

from betang.register.queries.aided import families_aided
from betang.register.queries.bulk import BulkCard, bulk_cards, families_fitting, families_without_house
from betang.register.queries.cards import EntityView, FamilyCard, FieldView, RecordView, record
from betang.register.queries.counts import Counts, counts
from betang.register.queries.digest import Digest, digest
from betang.register.queries.finding import Found, Shown, ShownField, find, show
from betang.register.queries.listing import ListRow, Page, listing
from betang.register.queries.located import Located, located, sealed
from betang.register.queries.numbers import masked
from betang.register.queries.provenance import EntryView, FieldProvenance, SaidView, history, provenance
from betang.register.queries.recaps import recap
from betang.register.queries.searching import ListFilters, number_keys
from betang.register.queries.snapshot import Snapshot, snapshot, write_parquet
from betang.register.queries.villages import villages_of

__all__ = [
    "BulkCard",
    "Counts",
    "Digest",
    "EntityView",
    "EntryView",
    "FamilyCard",
    "FieldProvenance",
    "FieldView",
    "Found",
    "ListFilters",
    "ListRow",
    "Located",
    "Page",
    "RecordView",
    "SaidView",
    "Shown",
    "ShownField",
    "Snapshot",
    "bulk_cards",
    "counts",
    "digest",
    "families_aided",
    "families_fitting",
    "families_without_house",
    "find",
    "history",
    "listing",
    "located",
    "masked",
    "number_keys",
    "provenance",
    "recap",
    "record",
    "sealed",
    "show",
    "snapshot",
    "villages_of",
    "write_parquet",
]
