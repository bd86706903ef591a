"""Of which room above a list is, now that intake takes lists in for more than the register."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0002_undo_mapping_and_comparison")]

    operations = [
        migrations.AddField(model_name="batch", name="workbook", field=models.CharField(default="", max_length=40)),
    ]
