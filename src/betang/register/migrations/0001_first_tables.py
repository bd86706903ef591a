"""The first tables: five kinds of record, and the list, words and keys that are derived from them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Assessment",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("partition", models.CharField(max_length=16)),
                ("observed_date", models.DateField(null=True)),
                ("house", models.UUIDField(db_index=True, null=True)),
                ("family", models.UUIDField(db_index=True, null=True)),
                ("assessed_date", models.DateField(null=True)),
                ("assessor", models.TextField(null=True)),
                ("visit_outcome", models.CharField(max_length=40, null=True)),
                ("foundation_condition", models.CharField(max_length=40, null=True)),
                ("sill_beam_condition", models.CharField(max_length=40, null=True)),
                ("column_condition", models.CharField(max_length=40, null=True)),
                ("ring_beam_condition", models.CharField(max_length=40, null=True)),
                ("roof_frame_condition", models.CharField(max_length=40, null=True)),
                ("floor_condition", models.CharField(max_length=40, null=True)),
                ("wall_condition", models.CharField(max_length=40, null=True)),
                ("window_condition", models.CharField(max_length=40, null=True)),
                ("ventilation_condition", models.CharField(max_length=40, null=True)),
                ("ceiling_condition", models.CharField(max_length=40, null=True)),
                ("roof_condition", models.CharField(max_length=40, null=True)),
                ("photo_files", models.TextField(null=True)),
                ("status", models.CharField(max_length=40, null=True)),
                ("note", models.TextField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AidReceived",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("partition", models.CharField(max_length=16)),
                ("observed_date", models.DateField(null=True)),
                ("family", models.UUIDField(db_index=True, null=True)),
                ("house", models.UUIDField(null=True)),
                ("programme", models.TextField(null=True)),
                ("funding_source", models.CharField(max_length=40, null=True)),
                ("year", models.IntegerField(null=True)),
                ("amount_rupiah", models.BigIntegerField(null=True)),
                ("document", models.TextField(null=True)),
                ("received_band", models.CharField(max_length=40, null=True)),
                ("status", models.CharField(max_length=40, null=True)),
                ("note", models.TextField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("year__gte", 1945), ("year__lte", 2200)),
                        name="aid_received_year_is_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount_rupiah__gte", 0), ("amount_rupiah__lte", 1000000000000)),
                        name="aid_received_amount_rupiah_is_in_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Family",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("partition", models.CharField(max_length=16)),
                ("observed_date", models.DateField(null=True)),
                ("house", models.UUIDField(db_index=True, null=True)),
                ("head", models.UUIDField(null=True)),
                ("village_code", models.CharField(max_length=13, null=True)),
                ("kk_number", models.BinaryField(null=True)),
                ("kk_doubt", models.CharField(max_length=40, null=True)),
                ("income_rupiah", models.BigIntegerField(null=True)),
                ("income_band", models.CharField(max_length=40, null=True)),
                ("other_house_asset", models.CharField(max_length=40, null=True)),
                ("other_land_asset", models.CharField(max_length=40, null=True)),
                ("member_count", models.IntegerField(null=True)),
                ("welfare_decile", models.IntegerField(null=True)),
                ("decile_date", models.DateField(null=True)),
                ("dtsen_id", models.TextField(null=True)),
                ("housing_need", models.CharField(max_length=40, null=True)),
                ("address", models.TextField(null=True)),
                ("elderly_count", models.IntegerField(null=True)),
                ("toddler_count", models.IntegerField(null=True)),
                ("disabled_count", models.IntegerField(null=True)),
                ("male_count", models.IntegerField(null=True)),
                ("female_count", models.IntegerField(null=True)),
                ("status", models.CharField(max_length=40, null=True)),
                ("note", models.TextField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("income_rupiah__gte", 0), ("income_rupiah__lte", 1000000000000)),
                        name="family_income_rupiah_is_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("member_count__gte", 0), ("member_count__lte", 100)),
                        name="family_member_count_is_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("welfare_decile__gte", 1), ("welfare_decile__lte", 10)),
                        name="family_welfare_decile_is_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("elderly_count__gte", 0), ("elderly_count__lte", 100)),
                        name="family_elderly_count_is_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("toddler_count__gte", 0), ("toddler_count__lte", 100)),
                        name="family_toddler_count_is_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("disabled_count__gte", 0), ("disabled_count__lte", 100)),
                        name="family_disabled_count_is_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("male_count__gte", 0), ("male_count__lte", 100)),
                        name="family_male_count_is_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("female_count__gte", 0), ("female_count__lte", 100)),
                        name="family_female_count_is_in_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="House",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("partition", models.CharField(max_length=16)),
                ("observed_date", models.DateField(null=True)),
                ("village_code", models.CharField(db_index=True, max_length=13, null=True)),
                ("hamlet", models.TextField(null=True)),
                ("rt", models.TextField(null=True)),
                ("rw", models.TextField(null=True)),
                ("address", models.TextField(null=True)),
                ("latitude", models.DecimalField(decimal_places=7, max_digits=10, null=True)),
                ("longitude", models.DecimalField(decimal_places=7, max_digits=10, null=True)),
                ("position_accuracy_m", models.DecimalField(decimal_places=2, max_digits=8, null=True)),
                ("position_source", models.CharField(max_length=40, null=True)),
                ("room_function", models.CharField(max_length=40, null=True)),
                ("area_kinds", models.JSONField(null=True)),
                ("floor_area_m2", models.DecimalField(decimal_places=2, max_digits=8, null=True)),
                ("land_area_m2", models.DecimalField(decimal_places=2, max_digits=10, null=True)),
                ("build_year", models.IntegerField(null=True)),
                ("family_count", models.IntegerField(null=True)),
                ("occupants", models.IntegerField(null=True)),
                ("house_ownership", models.CharField(max_length=40, null=True)),
                ("land_tenure", models.CharField(max_length=40, null=True)),
                ("tenure_proof", models.CharField(max_length=40, null=True)),
                ("tenure_document", models.TextField(null=True)),
                ("land_disputed", models.BooleanField(null=True)),
                ("zoning_conforms", models.BooleanField(null=True)),
                ("foundation_material", models.CharField(max_length=40, null=True)),
                ("column_material", models.CharField(max_length=40, null=True)),
                ("roof_frame_material", models.CharField(max_length=40, null=True)),
                ("ceiling_material", models.CharField(max_length=40, null=True)),
                ("beam_material", models.CharField(max_length=40, null=True)),
                ("sill_beam", models.CharField(max_length=40, null=True)),
                ("windows", models.CharField(max_length=40, null=True)),
                ("ventilation", models.CharField(max_length=40, null=True)),
                ("floor_material", models.CharField(max_length=40, null=True)),
                ("wall_material", models.CharField(max_length=40, null=True)),
                ("roof_material", models.CharField(max_length=40, null=True)),
                ("water_source", models.CharField(max_length=40, null=True)),
                ("water_to_septic", models.CharField(max_length=40, null=True)),
                ("bathroom", models.CharField(max_length=40, null=True)),
                ("latrine", models.CharField(max_length=40, null=True)),
                ("sewage", models.CharField(max_length=40, null=True)),
                ("lighting", models.CharField(max_length=40, null=True)),
                ("status", models.CharField(max_length=40, null=True)),
                ("note", models.TextField(null=True)),
                ("occupied_since", models.DateField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("latitude__gte", -90), ("latitude__lte", 90)),
                        name="house_latitude_is_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("longitude__gte", -180), ("longitude__lte", 180)),
                        name="house_longitude_is_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("position_accuracy_m__gte", 0), ("position_accuracy_m__lte", 100000)),
                        name="house_position_accuracy_m_is_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("floor_area_m2__gte", 0), ("floor_area_m2__lte", 100000)),
                        name="house_floor_area_m2_is_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("land_area_m2__gte", 0), ("land_area_m2__lte", 10000000)),
                        name="house_land_area_m2_is_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("build_year__gte", 1800), ("build_year__lte", 2200)),
                        name="house_build_year_is_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("family_count__gte", 0), ("family_count__lte", 100)),
                        name="house_family_count_is_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("occupants__gte", 0), ("occupants__lte", 500)),
                        name="house_occupants_is_in_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Listing",
            fields=[
                ("family_id", models.UUIDField(primary_key=True, serialize=False)),
                ("house_id", models.UUIDField(db_index=True, null=True)),
                ("head_id", models.UUIDField(null=True)),
                ("head_name", models.TextField(null=True)),
                ("village_code", models.CharField(max_length=16)),
                ("province", models.CharField(max_length=2)),
                ("regency", models.CharField(max_length=5)),
                ("district", models.CharField(max_length=8)),
                ("condition", models.SmallIntegerField()),
                ("assessed_date", models.DateField(null=True)),
                ("observed_date", models.DateField(null=True)),
                ("has_house", models.BooleanField()),
                ("status", models.CharField(max_length=40, null=True)),
                ("need", models.IntegerField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["need", "has_house", "family_id"], name="list_of_the_nation"),
                    models.Index(fields=["province", "need", "has_house", "family_id"], name="list_of_a_province"),
                    models.Index(fields=["regency", "need", "has_house", "family_id"], name="list_of_a_regency"),
                    models.Index(fields=["district", "need", "has_house", "family_id"], name="list_of_a_district"),
                    models.Index(fields=["village_code", "need", "has_house", "family_id"], name="list_of_a_village"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("condition__gte", 0), ("condition__lte", 5)),
                        name="listing_condition_is_in_range",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MatchKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.BinaryField(max_length=16)),
                ("family_id", models.UUIDField(db_index=True)),
            ],
            options={
                "indexes": [models.Index(fields=["key", "family_id"], name="families_by_match_key")],
            },
        ),
        migrations.CreateModel(
            name="NameWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.CharField(max_length=60)),
                ("need", models.IntegerField()),
                ("has_house", models.BooleanField()),
                ("village_code", models.CharField(max_length=16)),
                ("family_id", models.UUIDField()),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["word", "need", "has_house", "village_code", "family_id"],
                        name="words_by_their_beginning",
                    ),
                    models.Index(fields=["family_id", "word"], name="words_of_a_family"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("partition", models.CharField(max_length=16)),
                ("observed_date", models.DateField(null=True)),
                ("family", models.UUIDField(db_index=True, null=True)),
                ("name", models.TextField(null=True)),
                ("nik", models.BinaryField(null=True)),
                ("nik_doubt", models.CharField(max_length=40, null=True)),
                ("sex", models.CharField(max_length=40, null=True)),
                ("birth_place", models.TextField(null=True)),
                ("birth_date", models.DateField(null=True)),
                ("stated_age", models.IntegerField(null=True)),
                ("education", models.CharField(max_length=40, null=True)),
                ("occupation", models.CharField(max_length=40, null=True)),
                ("phone", models.TextField(null=True)),
                ("relation", models.CharField(max_length=40, null=True)),
                ("status", models.CharField(max_length=40, null=True)),
                ("note", models.TextField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("stated_age__gte", 0), ("stated_age__lte", 150)),
                        name="person_stated_age_is_in_range",
                    )
                ],
            },
        ),
    ]
