"""How do the records of planning enter the journal, and in which table does each kind rest?"""

from betang.journal.kept import Tables
from betang.planning import models
from betang.planning.domain.fields import Kind

TABLES: Tables = {
    Kind.TARGET: models.Target,
    Kind.PURSE: models.Purse,
    Kind.PLEDGE: models.Pledge,
}
