from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_first_tables")]

    operations = [
        migrations.AlterField(model_name="accesslog", name="entity", field=models.UUIDField(db_index=True, null=True)),
        migrations.AddField(model_name="accesslog", name="what", field=models.CharField(default="", max_length=40)),
        migrations.AddField(model_name="accesslog", name="families", field=models.IntegerField(null=True)),
    ]
