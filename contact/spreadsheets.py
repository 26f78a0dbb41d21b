"""Keeps a spreadsheet from running what somebody typed."""

from wagtail.admin.views.mixins import SpreadsheetExportMixin

# A spreadsheet would take what begins so for a formula and run it.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class SafeSpreadsheet(SpreadsheetExportMixin):
    """An export of Wagtail's that no cell of which is a formula."""

    def preprocess_field_value(self, field, value, export_format):
        value = super().preprocess_field_value(field, value, export_format)
        return as_text(value) if isinstance(value, str) else value


def as_text(value: str) -> str:
    """The value as a spreadsheet shows it and never runs it."""
    return f"'{value}" if value.startswith(FORMULA) else value


def as_typed(cell: str) -> str:
    """What `as_text` was given, from the cell that it made."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell
