"""Which office reported last is read from an index alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("delivery", "0003_reports_by_their_unit_number")]

    operations = [
        migrations.AddIndex(
            model_name="realisation",
            index=models.Index(
                fields=["partition", "agency_id", "agency", "updated_at", "status"], name="reports_of_an_office"
            ),
        ),
    ]
