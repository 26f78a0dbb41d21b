"""The three groups of a practice and what each may do."""

from django.db import migrations

EDITORS, REVIEWERS, OWNERS = "Editors", "Medical reviewers", "Owners"
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
}
WRITE = ["add", "change"]
MANAGE = ["add", "change", "delete"]
# Group → (app, model) → actions, for all records of that kind.
RECORD_ACTIONS = {
    EDITORS: {("treatments", "reference"): WRITE},
    REVIEWERS: {("treatments", "reference"): WRITE, ("team", "credential"): WRITE},
    OWNERS: {
        ("auth", "user"): MANAGE,
        ("home", "insuranceplan"): MANAGE,
        ("home", "practicesettings"): ["change"],
        ("team", "credential"): MANAGE,
        ("treatments", "reference"): MANAGE,
        ("wagtailcore", "collection"): MANAGE,
        ("wagtailcore", "site"): ["change"],
        ("wagtailcore", "workflow"): MANAGE,
        ("wagtailredirects", "redirect"): MANAGE,
        ("wagtailseo", "seosettings"): ["change"],
    },
}
# Group → actions on pictures and documents of the root collection and below.
FILE_ACTIONS = {
    EDITORS: ["add", "choose"],
    REVIEWERS: ["choose"],
    OWNERS: ["add", "change", "choose"],
}
# Wagtail asks for the rights on its own image model, whatever model is used.
FILE_MODELS = [("wagtailimages", "image"), ("wagtaildocs", "document")]
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


def grant(apps, group):
    """Give one group what the tables above say."""
    group.permissions.add(permission(apps, "wagtailadmin", "admin", "access"))
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


def set_up_groups(apps, schema_editor):
    """Turn Wagtail's two groups into the practice's three."""
    Group = apps.get_model("auth", "Group")
    # Wagtail's own workflow asks its moderators; from now on they are clinicians.
    Group.objects.filter(name="Moderators").update(name=REVIEWERS)
    apps.get_model("wagtailcore", "Workflow").objects.filter(
        name="Moderators approval"
    ).update(name=WORKFLOW)
    apps.get_model("wagtailcore", "Task").objects.filter(
        name="Moderators approval"
    ).update(name=WORKFLOW)
    for name in (EDITORS, REVIEWERS, OWNERS):
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.clear()
        for rows in ("GroupPagePermission", "GroupCollectionPermission"):
            apps.get_model("wagtailcore", rows).objects.filter(group=group).delete()
        grant(apps, group)


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("home", "0001_initial"),
        ("team", "0001_initial"),
        ("treatments", "0001_initial"),
        ("contact", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailadmin", "0005_editingsession_is_editing"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("wagtailseo", "0004_seosettings_og_image_default"),
    ]
    operations = [
        migrations.RunPython(set_up_groups, migrations.RunPython.noop, elidable=False)
    ]
