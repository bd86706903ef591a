"""In whose name does a batch go on, when the officer who sent it has long closed the page?"""

from betang.accounts import queries as accounts
from betang.accounts.queries import Acting
from betang.intake.models import Batch
from betang.kernel.errors import NotAllowed


def acting_for(batch: Batch) -> Acting:
    """The sender with the same grant as then. Raises NotAllowed if it was taken back since."""
    if not batch.username:
        return accounts.operator()
    acting = accounts.acting(accounts.user_named(batch.username), batch.grant_id)
    if (acting.agency_id, acting.region_code) != (batch.agency_id, batch.acting_region_code):
        raise NotAllowed(
            "Tugas pengirim daftar ini sudah dicabut, jadi daftarnya tidak dilanjutkan. Unggah lagi dengan tugas yang "
            "berlaku.",
            code="grant_revoked",
        )
    return acting
