"""By which rules the derived tables were made; no row yet means the first ones."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("register", "0002_doubts_of_figures")]

    operations = [
        migrations.CreateModel(
            name="DerivedAs",
            fields=[
                ("id", models.SmallIntegerField(primary_key=True, serialize=False)),
                ("rules", models.IntegerField()),
            ],
        ),
    ]
