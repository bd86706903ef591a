"""A list names a home by the number that its own office gave it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("delivery", "0002_homes_counted_once")]

    operations = [
        migrations.AddIndex(
            model_name="realisation",
            index=models.Index(fields=["unit_number", "agency_id"], name="reports_by_unit_number"),
        ),
    ]
