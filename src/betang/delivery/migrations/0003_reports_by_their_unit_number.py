"""A list names a home by the number that its own office gave it."""

import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("delivery", "0002_homes_counted_once")]

    operations = [
        migrations.AddField(
            model_name="realisation",
            name="unit_key",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.db.models.functions.text.Left("unit_number", 60),
                output_field=models.CharField(max_length=60, null=True),
            ),
        ),
        migrations.AddIndex(
            model_name="realisation",
            index=models.Index(fields=["unit_key", "agency_id"], name="reports_by_unit_number"),
        ),
    ]
