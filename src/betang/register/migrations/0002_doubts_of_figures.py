"""A figure that cannot be so is kept as written, with its doubt beside it."""

from django.db import migrations, models

_DOUBTS = (
    ("house", "position_doubt"),
    ("house", "floor_area_doubt"),
    ("house", "occupants_doubt"),
    ("family", "income_doubt"),
)


class Migration(migrations.Migration):
    dependencies = [("register", "0001_first_tables")]

    operations = [
        migrations.AddField(model, name, models.CharField(max_length=40, null=True)) for model, name in _DOUBTS
    ]
