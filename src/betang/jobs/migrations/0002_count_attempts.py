from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("jobs", "0001_first_tables")]

    operations = [
        migrations.AddField(
            model_name="job", name="attempts", field=models.PositiveSmallIntegerField(db_default=0, default=0)
        )
    ]
