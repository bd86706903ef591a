"""How do the records of figures enter the journal, and in which table does each kind rest?"""

from betang.figures import models
from betang.figures.domain.fields import Kind
from betang.journal.kept import Tables

TABLES: Tables = {
    Kind.PUBLISHED: models.PublishedFigure,
}
