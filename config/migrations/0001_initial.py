"""The four groups of a practice and what each may do."""

from django.db import migrations, models

EDITORS, REVIEWERS, OWNERS = "Editors", "Medical reviewers", "Owners"
FRONT_DESK = "Front desk"
PAGE_ACTIONS = {
    EDITORS: ["add_page", "change_page"],
    REVIEWERS: ["change_page", "lock_page", "publish_page", "unlock_page"],
    OWNERS: [
        "add_page",
        "bulk_delete_page",
        "change_page",
        "lock_page",
        "publish_page",
        "unlock_page",
    ],
    FRONT_DESK: [],
}
SEE = ["view"]
WRITE = ["add", "change"]
MANAGE = ["add", "change", "delete"]
DESK = {
    ("contact", "enquiry"): ["view", "change"],
    ("contact", "outgoingmail"): ["view", "change"],
    ("contact", "subscriber"): ["view", "change"],
}
# Group → (app, model) → actions, for all records of that kind.
RECORD_ACTIONS = {
    EDITORS: {
        ("search", "searchcount"): SEE,
        ("search", "synonymset"): WRITE,
        ("treatments", "reference"): WRITE,
        ("wagtailsearchpromotions", "searchpromotion"): WRITE,
    },
    REVIEWERS: {("treatments", "reference"): WRITE, ("team", "credential"): WRITE},
    FRONT_DESK: DESK,
    OWNERS: {
        **DESK,
        ("contact", "enquiry"): ["view", "change", "delete"],
        ("contact", "newsletter"): ["view", *MANAGE],
        ("contact", "subscriber"): ["view", *MANAGE],
        ("auth", "user"): MANAGE,
        ("home", "insuranceplan"): MANAGE,
        ("home", "practicesettings"): ["change"],
        ("search", "emergencysettings"): ["change"],
        ("search", "searchcount"): SEE,
        ("search", "synonymset"): MANAGE,
        ("team", "credential"): MANAGE,
        ("treatments", "reference"): MANAGE,
        ("treatments", "regulatorynotice"): MANAGE,
        ("wagtailcore", "collection"): MANAGE,
        ("wagtailcore", "site"): ["change"],
        ("wagtailcore", "workflow"): MANAGE,
        ("wagtailredirects", "redirect"): MANAGE,
        ("wagtailsearchpromotions", "searchpromotion"): MANAGE,
        ("wagtailseo", "seosettings"): ["change"],
    },
}
# Group → actions on pictures and documents of the root collection and below.
FILE_ACTIONS = {
    EDITORS: ["add", "choose"],
    REVIEWERS: ["choose"],
    OWNERS: ["add", "change", "choose"],
    FRONT_DESK: [],
}
# Wagtail asks for the rights on its own image model, whatever model is used.
FILE_MODELS = [("wagtailimages", "image"), ("wagtaildocs", "document")]
# Who may publish what the claims check objects to, with a written reason.
MAY_OVERRIDE = [REVIEWERS, OWNERS]
WORKFLOW = "Medical review"


def permission(apps, app_label, model, action):
    """Find or make a permission; Django makes them only after all migrations."""
    content_type, _created = apps.get_model(
        "contenttypes", "ContentType"
    ).objects.get_or_create(app_label=app_label, model=model)
    found, _created = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type,
        codename=f"{action}_{model}",
        defaults={"name": f"Can {action} {model}"},
    )
    return found


def override_permission(apps):
    """Find or make the permission to publish a claim for a reason."""
    settings_type, _created = apps.get_model(
        "contenttypes", "ContentType"
    ).objects.get_or_create(app_label="home", model="practicesettings")
    found, _created = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=settings_type,
        codename="override_claims",
        defaults={"name": "Can publish claims that the check objects to"},
    )
    return found


def grant(apps, group):
    """Give one group what the tables above say."""
    group.permissions.add(permission(apps, "wagtailadmin", "admin", "access"))
    if group.name in MAY_OVERRIDE:
        group.permissions.add(override_permission(apps))
    for (app_label, model), actions in RECORD_ACTIONS[group.name].items():
        for action in actions:
            group.permissions.add(permission(apps, app_label, model, action))

    collection = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    on_collection = apps.get_model("wagtailcore", "GroupCollectionPermission")
    for app_label, model in FILE_MODELS:
        for action in FILE_ACTIONS[group.name]:
            on_collection.objects.get_or_create(
                group=group,
                collection=collection,
                permission=permission(apps, app_label, model, action),
            )

    root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)
    on_page = apps.get_model("wagtailcore", "GroupPagePermission")
    for codename in PAGE_ACTIONS[group.name]:
        on_page.objects.get_or_create(
            group=group,
            page=root,
            permission=permission(
                apps, "wagtailcore", "page", codename.removesuffix("_page")
            ),
        )


def replace_task(apps):
    """Give the workflow our own step, which approves only what is ready."""
    content_type, _created = apps.get_model(
        "contenttypes", "ContentType"
    ).objects.get_or_create(app_label="home", model="approvaltask")
    task = apps.get_model("home", "ApprovalTask").objects.create(
        name=WORKFLOW, content_type=content_type
    )
    task.groups.set(apps.get_model("auth", "Group").objects.filter(name=REVIEWERS))
    stock = apps.get_model("wagtailcore", "Task").objects.filter(
        name="Moderators approval"
    )
    apps.get_model("wagtailcore", "WorkflowTask").objects.filter(task__in=stock).update(
        task=task
    )
    stock.delete()


def set_up_groups(apps, schema_editor):
    """Turn Wagtail's two groups into the practice's four."""
    Group = apps.get_model("auth", "Group")
    # Wagtail's own workflow asks its moderators; from now on they are clinicians.
    Group.objects.filter(name="Moderators").update(name=REVIEWERS)
    apps.get_model("wagtailcore", "Workflow").objects.filter(
        name="Moderators approval"
    ).update(name=WORKFLOW)
    replace_task(apps)
    for name in (EDITORS, REVIEWERS, OWNERS, FRONT_DESK):
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.clear()
        for rows in ("GroupPagePermission", "GroupCollectionPermission"):
            apps.get_model("wagtailcore", rows).objects.filter(group=group).delete()
        grant(apps, group)


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("home", "0001_initial"),
        ("search", "0001_initial"),
        ("team", "0001_initial"),
        ("treatments", "0001_initial"),
        ("contact", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailadmin", "0005_editingsession_is_editing"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("wagtailsearchpromotions", "0008_query_verbose_name"),
        ("wagtailseo", "0004_seosettings_og_image_default"),
    ]
    operations = [
        migrations.CreateModel(
            name="GuessCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("key", models.CharField(max_length=64, unique=True)),
                ("number", models.PositiveIntegerField(default=0)),
                ("ends", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.RunPython(set_up_groups, migrations.RunPython.noop, elidable=False),
    ]
