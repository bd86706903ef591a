"""How do the records of delivery enter the journal, and in which table does each kind rest?"""

from betang.delivery import models
from betang.delivery.domain.fields import Kind
from betang.journal.kept import Tables

TABLES: Tables = {
    Kind.REALISATION: models.Realisation,
    Kind.CASE: models.Case,
    Kind.AGGREGATE: models.AggregateReport,
    Kind.SAMENESS: models.Sameness,
    Kind.PHOTO: models.Photo,
}
