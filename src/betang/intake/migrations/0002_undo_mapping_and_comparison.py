"""What undoing, a mapping of headings and a comparison of two lists need to know."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0001_batches_and_their_rows"),
    ]

    operations = [
        migrations.CreateModel(
            name="BatchSpan",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("after", models.BigIntegerField()),
                ("upto", models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="Comparison",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("agency_id", models.UUIDField()),
                ("region_code", models.CharField(max_length=16)),
                ("username", models.CharField(max_length=150)),
                ("grant_id", models.BigIntegerField(null=True)),
                ("ours", models.JSONField()),
                ("theirs", models.JSONField()),
                ("state", models.CharField(default="waiting", max_length=12)),
                ("error", models.JSONField(null=True)),
                ("job_id", models.UUIDField(null=True)),
                ("counts", models.JSONField(null=True)),
                ("created_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(null=True)),
                ("purged_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="HeadingMap",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("agency_id", models.UUIDField()),
                ("fingerprint", models.CharField(max_length=64)),
                ("columns", models.JSONField()),
                ("username", models.CharField(max_length=150)),
                ("updated_at", models.DateTimeField()),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="batch",
            name="batch_state_is_known",
        ),
        migrations.AddField(
            model_name="batch",
            name="columns",
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name="batch",
            name="is_trial",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="batch",
            name="notes",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="batch",
            name="undone_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="batch",
            name="undone_by",
            field=models.CharField(max_length=200, null=True),
        ),
        migrations.AlterField(
            model_name="batchrow",
            name="findings",
            field=models.JSONField(default=list),
        ),
        migrations.AddIndex(
            model_name="batchrow",
            index=models.Index(fields=["family_id", "batch"], name="lists_that_name_a_family"),
        ),
        migrations.AddConstraint(
            model_name="batch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        ["unmapped", "waiting", "running", "done", "failed", "cancelled", "undoing", "undone"],
                    )
                ),
                name="batch_state_is_known",
            ),
        ),
        migrations.AddField(
            model_name="batchspan",
            name="batch",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="spans", to="intake.batch"
            ),
        ),
        migrations.AddIndex(
            model_name="comparison",
            index=models.Index(fields=["agency_id", "created_at"], name="comparisons_of_an_office"),
        ),
        migrations.AddConstraint(
            model_name="comparison",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["waiting", "running", "done", "failed", "cancelled"])),
                name="comparison_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="headingmap",
            constraint=models.UniqueConstraint(
                fields=("agency_id", "fingerprint"), name="an_office_maps_its_headings_once"
            ),
        ),
    ]
